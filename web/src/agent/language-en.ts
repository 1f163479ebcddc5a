import agent from "@/locales/en/agent.json";
import common from "@/locales/en/common.json";

export default { agent, common };
