import agent from "@/locales/de/agent.json";
import common from "@/locales/de/common.json";

export default { agent, common };
