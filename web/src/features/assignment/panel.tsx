import { Anchor, Modal } from "@mantine/core";
import { IconCheck } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import type { Candidate, Decision, Routing, Ticket, Waiting } from "@/api/types";
import { ErrorState, Loading, Notice } from "@/components/states";
import { Time } from "@/components/time";
import { listed } from "@/lib/isolated";
import type { OnTicket } from "@/lib/ticket-parts";
import { span } from "@/lib/time-format";
import { useWords } from "@/lib/words";

import { useRouting } from "./api/explain-routing";
import styles from "./panel.module.css";
import { useReasons } from "./reasons";

interface Props {
  ticket: Ticket;
  teamName: string;
}

/** Opens what routing wrote down of its choice. */
export function WhyPerson({ ticket, teamName }: Pick<OnTicket, "ticket" | "teamName">) {
  const { t } = useTranslation(["agent", "common"]);
  const [open, setOpen] = useState(false);
  const question = ticket.assignee === null ? t("routing.whyNobody") : t("routing.why");
  return (
    <>
      <Anchor
        component="button"
        type="button"
        size="xs"
        onClick={() => {
          setOpen(true);
        }}
      >
        {question}
      </Anchor>
      <Modal
        opened={open}
        onClose={() => {
          setOpen(false);
        }}
        size="lg"
        title={question}
        closeButtonProps={{ "aria-label": t("common:close") }}
      >
        <Explained ticket={ticket} teamName={teamName(ticket.team)} />
      </Modal>
    </>
  );
}

/** Who is who, as far as the ticket tells: a choice of another team names people by id. */
function namesOf(ticket: Ticket, decisions: readonly Decision[]): ReadonlyMap<string, string> {
  const told = ticket.timeline.flatMap(({ data }) =>
    typeof data.assignee === "string" && typeof data.name === "string"
      ? [[data.assignee, data.name] as const]
      : [],
  );
  const considered = decisions.flatMap(({ candidates }) =>
    candidates.flatMap(({ id, name }) => (name === "" ? [] : [[id, name] as const])),
  );
  return new Map([...told, ...considered]);
}

function Explained({ ticket, teamName }: Props) {
  const { t } = useTranslation("agent");
  const query = useRouting(ticket.id);
  if (query.data === undefined) {
    if (query.error === null) return <Loading onRetry={() => void query.refetch()} />;
    return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  }
  const { decisions, waiting } = query.data;
  const names = namesOf(ticket, decisions);
  return (
    <div className={styles.why}>
      {waiting !== null && <InLine waiting={waiting} />}
      <Rules routing={query.data} ticket={ticket} teamName={teamName} />
      <section>
        <h3>{t("routing.person")}</h3>
        {decisions.length === 0 && <p className={styles.quiet}>{t("routing.notYet")}</p>}
        {decisions.map((decision, index) => (
          <details key={`${decision.at}${decision.type}`} className={styles.decision} open={index === 0}>
            <summary>
              <Time at={decision.at} /> <Verdict decision={decision} names={names} />
            </summary>
            <Candidates decision={decision} names={names} />
          </details>
        ))}
      </section>
    </div>
  );
}

function InLine({ waiting }: { waiting: Waiting }) {
  const { t, i18n } = useTranslation("agent");
  const reasons = useReasons();
  const expected = waiting.expected_seconds;
  return (
    <Notice tone="info">
      <p>
        <strong>{t("routing.ahead", { count: waiting.ahead })}</strong>{" "}
        {expected !== null && t("routing.expected", { span: span(expected, i18n.language) })}
      </p>
      {waiting.reason !== "" && <p>{reasons.nobody(waiting.reason)}</p>}
      {waiting.again_at !== null && (
        <p>
          {t("routing.againAt")} <Time at={waiting.again_at} />
        </p>
      )}
      {waiting.alert_at !== null && (
        <p>
          {t("routing.alertAt")} <Time at={waiting.alert_at} />
        </p>
      )}
    </Notice>
  );
}

function Rules({ routing, ticket, teamName }: Props & { routing: Routing }) {
  const { t, i18n } = useTranslation("agent");
  const words = useWords();
  const language = (code: string) => new Intl.DisplayNames(i18n.language, { type: "language" }).of(code);
  const facts: [string, string][] = [
    [t("routing.rules"), listed(routing.rules) || t("routing.noRule")],
    [t("routing.now"), `${ticket.level} · ${teamName}`],
  ];
  if (routing.skills.length > 0) facts.push([t("routing.skills"), listed(routing.skills)]);
  if (routing.text_language !== null) {
    facts.push([t("routing.language"), language(routing.text_language) ?? routing.text_language]);
  }
  if (routing.tags.length > 0) facts.push([t("routing.tags"), listed(routing.tags)]);
  for (const { was, now, assets } of routing.raised_impact) {
    const names = listed(assets.map(({ name }) => name));
    facts.push([t("routing.raised"), `${words.scale(was)} → ${words.scale(now)}: ${names}`]);
  }
  return (
    <section>
      <h3>{t("routing.team")}</h3>
      <dl className={styles.facts}>
        {facts.map(([label, value]) => (
          <div key={label + value}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

interface DecisionProps {
  decision: Decision;
  names: ReadonlyMap<string, string>;
}

function Verdict({ decision, names }: DecisionProps) {
  const { t } = useTranslation("agent");
  const reasons = useReasons();
  const name = decision.assignee === null ? "" : (names.get(decision.assignee) ?? decision.assignee);
  switch (decision.type) {
    case "TicketQueued":
      return <>{reasons.nobody(decision.reason)}</>;
    case "TicketUnattended":
      return <>{t("routing.unattended")}</>;
    case "TicketHandedOver":
      return (
        <>
          {name === "" ? t("routing.handedOn") : t("routing.handedTo", { name })}:{" "}
          {reasons.chosen(decision.reason)}
        </>
      );
    default:
      if (name === "") {
        return (
          <>
            {t("routing.back")}
            {decision.reason !== "" && `: ${reasons.chosen(decision.reason)}`}
          </>
        );
      }
      return (
        <>
          <strong>
            <bdi>{name}</bdi>
          </strong>
          : {reasons.chosen(decision.reason)}
        </>
      );
  }
}

function Candidates({ decision, names }: DecisionProps) {
  const { t } = useTranslation("agent");
  const reasons = useReasons();
  const { candidates, others } = decision;
  if (candidates.length === 0) return <p className={styles.quiet}>{t("routing.noCandidates")}</p>;
  return (
    <>
      <table className={styles.candidates}>
        <thead>
          <tr>
            <th scope="col">{t("routing.candidate")}</th>
            <th scope="col">{t("routing.held")}</th>
            <th scope="col">{t("routing.outcome")}</th>
          </tr>
        </thead>
        <tbody>
          {candidates.map((candidate, index) => (
            <CandidateRow
              key={candidate.id}
              candidate={candidate}
              place={index + 1}
              reason={decision.reason}
              name={candidate.name || (names.get(candidate.id) ?? candidate.id)}
              chosen={candidate.id === decision.assignee}
            />
          ))}
        </tbody>
      </table>
      {others.length > 0 && (
        <p className={styles.quiet}>
          {t("routing.others")} {others.map(reasons.counted).join(", ")}
        </p>
      )}
    </>
  );
}

interface RowProps {
  candidate: Candidate;
  place: number;
  reason: string;
  name: string;
  chosen: boolean;
}

function CandidateRow({ candidate, place, reason, name, chosen }: RowProps) {
  const { t } = useTranslation("agent");
  const reasons = useReasons();
  return (
    <tr className={chosen ? styles.chosen : undefined}>
      <th scope="row">
        <bdi>{name}</bdi> {chosen && <IconCheck size={14} role="img" aria-label={t("routing.gotIt")} />}
      </th>
      <td className={styles.number}>{candidate.held}</td>
      <td>
        {candidate.out === "" ? (
          <>
            {t("routing.place", { place })}
            <span className={styles.score}>{reasons.score(reason, candidate.score)}</span>
          </>
        ) : (
          <span className={styles.quiet}>{reasons.out(candidate.out)}</span>
        )}
      </td>
    </tr>
  );
}
