import common from "@/locales/en/common.json";
import portal from "@/locales/en/portal.json";

export default { common, portal };
