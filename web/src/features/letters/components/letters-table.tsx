import { useTranslation } from "react-i18next";

import type { LetterSettings, LetterTemplate } from "@/api/settings-types";
import { refusedAt, type Refusals } from "@/lib/field-errors";
import { asLanguage, LANGUAGE_NAMES } from "@/lib/language";

import { indexOf, inWords, isOf, type Chosen } from "../letters";
import styles from "./letters.module.css";

interface Props {
  found: LetterSettings;
  templates: readonly LetterTemplate[];
  chosen: Chosen;
  refusals: Refusals;
  onChoose: (chosen: Chosen) => void;
}

const READERS = ["requester", "participant", "staff"] as const;

/** Which letters there are, and which of them have words of one's own. */
export function LettersTable({ found, templates, chosen, refusals, onChoose }: Props) {
  const { t, i18n } = useTranslation("settings");
  const languageOf = (language: string) => LANGUAGE_NAMES[asLanguage(language)];
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t("letter.letter")}</th>
            {found.languages.map((language) => (
              <th key={language} scope="col">
                {languageOf(language)}
              </th>
            ))}
          </tr>
        </thead>
        {READERS.map((reader) => (
          <tbody key={reader}>
            <tr>
              <th scope="rowgroup" colSpan={found.languages.length + 1} className={styles.group}>
                {t(`letter.to.${reader}`)}
              </th>
            </tr>
            {found.letters
              .filter((one) => one.to === reader && isOf(one, chosen.mailbox))
              .map(({ name, title }) => (
                <tr key={name}>
                  <th scope="row">{inWords(title, i18n.language)}</th>
                  {found.languages.map((language) => {
                    const one = { letter: name, language, mailbox: chosen.mailbox };
                    const at = indexOf(templates, one);
                    const isChosen = chosen.letter === name && chosen.language === language;
                    const wrong = at !== -1 && refusedAt(refusals, `templates[${at}]`) !== undefined;
                    const faulty = found.faults.some(
                      (fault) =>
                        fault.letter === name &&
                        fault.language === language &&
                        fault.mailbox === chosen.mailbox,
                    );
                    const state = wrong || faulty ? "wrong" : at === -1 ? "usual" : "own";
                    return (
                      <td key={language}>
                        <button
                          type="button"
                          className={styles.cell}
                          data-state={state}
                          data-place={at === -1 ? undefined : `templates[${at}]`}
                          aria-expanded={isChosen}
                          aria-label={`${inWords(title, i18n.language)}, ${languageOf(language)}: ${t(`letter.state.${state}`)}`}
                          onClick={() => {
                            onChoose(one);
                          }}
                        >
                          {t(`letter.state.${state}`)}
                        </button>
                      </td>
                    );
                  })}
                </tr>
              ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}
