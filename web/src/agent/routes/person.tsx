import { Button, Select, TextInput } from "@mantine/core";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import type { Person } from "@/api/settings-types";
import { StateBadge } from "@/components/badges";
import { FactRows } from "@/components/fact-rows";
import { Loaded } from "@/components/loaded";
import { isKnownZone, LocalTime } from "@/components/local-time";
import { useNotify } from "@/components/notify";
import { Refused } from "@/components/refused";
import { ZoneSelect } from "@/components/settings/zone-select";
import { TicketLink } from "@/components/ticket-link";
import { Addresses } from "@/features/directory/components/addresses";
import { useSaveContact, type Contact } from "@/features/directory/api/save-contact";
import { useTicketsOf } from "@/features/tickets/api/list-tickets-of";
import { useMe } from "@/lib/desk/get-me";
import { usePerson } from "@/lib/desk/get-person";
import { useOrganizations } from "@/lib/desk/list-organizations";
import { refusalsOf, refusedAt } from "@/lib/field-errors";
import { asLanguage, LANGUAGE_NAMES, LANGUAGES } from "@/lib/language";
import { usePageTitle } from "@/lib/page-title";
import { isLead } from "@/lib/ticket-parts";

import styles from "./person.module.css";

const route = getRouteApi("/shell/people/$personId");

/** Who asks: how they are reached, when, and what they asked for. */
export function PersonPage() {
  const { t } = useTranslation("agent");
  const { personId } = route.useParams();
  const query = usePerson(personId);
  usePageTitle(query.data?.name ?? t("person.title"));
  return (
    <div className={styles.page}>
      <Loaded of={query} whole lines={8} onward={<Link to="/mine">{t("nav.mine")}</Link>}>
        {(person) => (
          <>
            <h1>
              <bdi>{person.name}</bdi>
            </h1>
            <Facts person={person} />
            <Known person={person} />
            <ContactForm key={personId} person={person} />
            <Asked personId={personId} />
          </>
        )}
      </Loaded>
    </div>
  );
}

const languageName = (code: string, language: string): string =>
  new Intl.DisplayNames(language, { type: "language" }).of(code) ?? code;

function Facts({ person }: { person: Person }) {
  const { t, i18n } = useTranslation("agent");
  const facts = [
    { label: t("ticket.language"), value: languageName(person.language, i18n.language) },
    ...(isKnownZone(person.timezone)
      ? [{ label: t("person.there"), value: <LocalTime zone={person.timezone} /> }]
      : []),
  ];
  return <FactRows facts={facts} />;
}

function Known({ person }: { person: Person }) {
  const me = useMe().data;
  const leads = me !== undefined && (person.role === "requester" ? isLead(me) : me.role === "admin");
  return person.email === "" && !leads ? null : <Addresses key={person.id} {...{ person, leads }} />;
}

const NONE = "";

function ContactForm({ person }: { person: Person }) {
  const { t } = useTranslation(["agent", "common"]);
  const notify = useNotify();
  const saving = useSaveContact(person.id);
  const me = useMe().data;
  const leads = me !== undefined && isLead(me);
  const organizations = useOrganizations().data ?? [];
  const administers = me?.role === "admin";
  const { name, language, timezone } = person;
  const held: Contact = {
    ...{ email: "", phone: person.phone ?? "", organization: person.organization ?? NONE },
    ...{ name, language, timezone },
  };
  const [value, setValue] = useState(held);
  const refusals = refusalsOf(saving.error);
  const changed = Object.keys(held).some(
    (name) => held[name as keyof Contact] !== value[name as keyof Contact],
  );
  const choose = (part: Partial<Contact>) => {
    setValue({ ...value, ...part });
    saving.reset();
  };
  const field = (name: "email" | "phone" | "name") => ({
    label: t(`agent:person.${name}`),
    error: refusedAt(refusals, name),
    value: value[name],
    onChange: ({ currentTarget }: { currentTarget: { value: string } }) => {
      choose({ [name]: currentTarget.value });
    },
  });
  const known = organizations.map(({ id, name }) => ({ value: id, label: name }));
  const own = person.organization;
  const offered =
    own === null || known.some((one) => one.value === own) ? known : [...known, { value: own, label: own }];
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (!changed || saving.isPending) return;
        saving.mutate(
          { held, wanted: value },
          {
            onSuccess: () => {
              notify(t("agent:saved"));
            },
          },
        );
      }}
    >
      <h2>{t("agent:person.contact")}</h2>
      {administers && <TextInput required maxLength={250} {...field("name")} />}
      {person.email === "" && (
        <TextInput
          type="email"
          description={t("agent:person.emailHint")}
          maxLength={254}
          {...field("email")}
        />
      )}
      <TextInput type="tel" maxLength={40} {...field("phone")} />
      {leads && (
        <Select
          label={t("agent:ticket.organization")}
          error={refusedAt(refusals, "organization")}
          placeholder={t("agent:ticket.none")}
          searchable
          clearable
          limit={50}
          data={offered}
          value={value.organization === NONE ? null : value.organization}
          onChange={(wanted) => {
            choose({ organization: wanted ?? NONE });
          }}
        />
      )}
      {administers && (
        <>
          <Select
            label={t("agent:ticket.language")}
            error={refusedAt(refusals, "language")}
            allowDeselect={false}
            data={LANGUAGES.map((one) => ({ value: one, label: LANGUAGE_NAMES[one] }))}
            value={asLanguage(value.language)}
            onChange={(wanted) => {
              if (wanted !== null) choose({ language: wanted });
            }}
          />
          <ZoneSelect
            label={t("agent:person.timezone")}
            error={refusedAt(refusals, "timezone")}
            value={value.timezone}
            onChange={(wanted) => {
              choose({ timezone: wanted });
            }}
          />
        </>
      )}
      {saving.error !== null && refusals.length === 0 && <Refused error={saving.error} />}
      <Button type="submit" className={styles.save} disabled={!changed} loading={saving.isPending}>
        {t("agent:person.save")}
      </Button>
    </form>
  );
}

function Asked({ personId }: { personId: string }) {
  const { t } = useTranslation("agent");
  return (
    <section>
      <h2>{t("person.tickets")}</h2>
      <Loaded of={useTicketsOf(personId)} lines={3}>
        {(cards) =>
          cards.length === 0 ? (
            <p>{t("person.noTickets")}</p>
          ) : (
            <ul className={styles.tickets}>
              {cards.map((card) => (
                <li key={card.id}>
                  <TicketLink id={card.id}>
                    <bdi>{card.subject}</bdi>
                  </TicketLink>
                  <StateBadge state={card.state} phase={card.phase} />
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </section>
  );
}
