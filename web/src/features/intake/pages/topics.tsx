import { useTranslation } from "react-i18next";

import { Loaded } from "@/components/loaded";
import { usePageTitle } from "@/lib/page-title";

import { useTopics } from "../api/topics";
import { TopicsForm } from "../components/topics-form";

export function TopicsPage() {
  const { t } = useTranslation("settings");
  usePageTitle(t("topic.title"));
  return (
    <Loaded of={useTopics()} lines={10}>
      {(settings) => <TopicsForm found={settings} />}
    </Loaded>
  );
}
