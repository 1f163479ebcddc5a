import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";

import { Answers } from "@/components/answers";
import { ExpiredLink, ToRequests } from "@/components/expired-link";
import { FileName } from "@/components/file-name";
import { PlainText } from "@/components/plain-text";
import { ErrorState, Loading } from "@/components/states";
import { Time } from "@/components/time";
import { isProblem } from "@/lib/problem";

import { getReceipt } from "../api/get-receipt";
import styles from "./receipt.module.css";

/** What somebody sent by the form, and no more: what became of it is behind the link in the mail. */
export function Receipt({ token }: { token: string }) {
  const { t } = useTranslation("portal");
  const query = useQuery({
    queryKey: ["receipt", token],
    queryFn: () => getReceipt(token),
    staleTime: Infinity,
  });
  if (query.data === undefined) {
    if (query.error === null) return <Loading lines={6} onRetry={() => void query.refetch()} />;
    if (isProblem(query.error, 401)) return <ExpiredLink />;
    return (
      <ErrorState whole error={query.error} onward={<ToRequests />} onRetry={() => void query.refetch()} />
    );
  }
  const { id, sent_at: sentAt, name, email, subject, description, files, answers } = query.data;
  return (
    <article className={styles.receipt}>
      <p className={styles.id}>{id}</p>
      <h1>
        <bdi>{subject}</bdi>
      </h1>
      <p className={styles.from}>
        <bdi>{name}</bdi>, <bdi>{email}</bdi>, <Time at={sentAt} />
      </p>
      {description !== "" && (
        <p className={styles.words}>
          <PlainText text={description} />
        </p>
      )}
      {answers !== null && <Answers answers={answers} />}
      {files.length > 0 && (
        <ul className={styles.files}>
          {files.map((file, index) => (
            <li key={index}>
              <FileName name={file} />
            </li>
          ))}
        </ul>
      )}
      <p className={styles.next}>{t("done.text", { email })}</p>
    </article>
  );
}
