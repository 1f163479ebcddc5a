// Runs before the first paint: colour scheme and language, so that nothing flashes. A file, not inline: the policy forbids inline scripts.
(function () {
  var root = document.documentElement;
  var read = function (key) {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  };
  var scheme = read("helpdesk.scheme");
  var dark = scheme === "dark" || (scheme !== "light" && matchMedia("(prefers-color-scheme: dark)").matches);
  root.setAttribute("data-mantine-color-scheme", dark ? "dark" : "light");
  var language = read("helpdesk.language") || navigator.language || "en";
  root.lang = language.slice(0, 2) === "de" ? "de" : "en";
})();
