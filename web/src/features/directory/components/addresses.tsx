import { Button, TextInput } from "@mantine/core";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";

import type { Person } from "@/api/settings-types";
import { useNotify } from "@/components/notify";
import { Refused } from "@/components/refused";
import { Time } from "@/components/time";
import { getPerson } from "@/lib/desk/get-person";
import { refusalsOf, refusedAt } from "@/lib/field-errors";
import { isProblem } from "@/lib/problem";

import { useSaveAddresses } from "../api/save-addresses";
import styles from "./addresses.module.css";
import { JoinOffer } from "./join-offer";

const isTaken = (error: unknown): boolean =>
  isProblem(error) && error.fields.some((field) => field.code === "address_taken");

interface Props {
  person: Person;
  /** May say which addresses are theirs. */
  leads: boolean;
}

/** By which addresses somebody is known, and who turned out to be the same person. */
export function Addresses({ person, leads }: Props) {
  const { t } = useTranslation("agent");
  const notify = useNotify();
  const field = useRef<HTMLInputElement>(null);
  const saving = useSaveAddresses(person.id);
  const [typed, setTyped] = useState("");
  const [other, setOther] = useState<Person | null>(null);
  const addresses = [person.email, ...person.others].filter(Boolean);
  const refusals = refusalsOf(saving.error);
  const adding = saving.variables !== undefined && "add" in saving.variables;
  const anew = () => {
    setTyped("");
    setOther(null);
    saving.reset();
    field.current?.focus();
  };
  const add = () => {
    if (typed.trim() === "" || saving.isPending) return;
    saving.mutate(
      { add: typed.trim() },
      {
        onSuccess: () => {
          notify(t("addresses.added", { address: typed.trim() }));
          anew();
        },
        onError: (error) => {
          if (isTaken(error)) void getPerson(typed.trim()).then(setOther, () => undefined);
        },
      },
    );
  };
  const remove = (address: string) => {
    saving.mutate(
      { remove: address },
      {
        onSuccess: () => {
          notify(t("addresses.removed", { address }));
          field.current?.focus();
        },
      },
    );
  };
  return (
    <section className={styles.addresses}>
      <h2>{t("addresses.title")}</h2>
      {addresses.length === 0 && <p>{t("addresses.none")}</p>}
      <ul className={styles.list}>
        {addresses.map((address) => (
          <li key={address}>
            <a href={`mailto:${address}`}>
              <bdi>{address}</bdi>
            </a>
            {address === person.email
              ? person.others.length > 0 && <span className={styles.first}>{t("addresses.first")}</span>
              : leads && (
                  <Button
                    variant="subtle"
                    size="compact-sm"
                    aria-label={t("addresses.removeOne", { address })}
                    disabled={saving.isPending}
                    onClick={() => {
                      remove(address);
                    }}
                  >
                    {t("addresses.remove")}
                  </Button>
                )}
          </li>
        ))}
      </ul>
      {leads && (
        <form
          className={styles.add}
          onSubmit={(event) => {
            event.preventDefault();
            add();
          }}
        >
          <TextInput
            ref={field}
            type="email"
            maxLength={254}
            label={t("addresses.another")}
            description={t("addresses.hint")}
            error={adding && refusedAt(refusals, "add_address")}
            value={typed}
            onChange={({ currentTarget }) => {
              setTyped(currentTarget.value);
              setOther(null);
              saving.reset();
            }}
          />
          <Button type="submit" variant="default" disabled={typed.trim() === ""} loading={saving.isPending}>
            {t("addresses.add")}
          </Button>
        </form>
      )}
      {other !== null && (
        <JoinOffer
          kept={person}
          other={other}
          busy={saving.isPending}
          onCancel={anew}
          onJoin={() => {
            saving.mutate(
              { join: other },
              {
                onSuccess: () => {
                  notify(t("addresses.joined", { name: person.name }));
                  anew();
                },
              },
            );
          }}
        />
      )}
      {saving.error !== null && (!adding || refusals.length === 0) && <Refused error={saving.error} />}
      {person.deeds.length > 0 && <Deeds person={person} />}
    </section>
  );
}

/** Who said what about the addresses, the latest first. */
function Deeds({ person }: { person: Person }) {
  const { t } = useTranslation("agent");
  return (
    <details className={styles.deeds}>
      <summary>{t("addresses.history")}</summary>
      <ul>
        {person.deeds.toReversed().map((deed) => (
          <li key={`${deed.at}${deed.what}${deed.address}`}>
            <bdi>{t(`addresses.deeds.${deed.what}`, { who: deed.name, address: deed.address })}</bdi>{" "}
            <Time at={deed.at} />
          </li>
        ))}
      </ul>
    </details>
  );
}
