import common from "@/locales/de/common.json";
import portal from "@/locales/de/portal.json";

export default { common, portal };
