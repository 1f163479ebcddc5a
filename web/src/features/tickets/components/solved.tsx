import { useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";

import type { RatingOffer } from "@/api/types";
import { Button } from "@/components/button";
import { goToField } from "@/lib/refused-fields";

import styles from "./solved.module.css";

interface Props {
  /** They are still to say whether it is. */
  asked: boolean;
  offer: RatingOffer;
  rating: (offer: RatingOffer) => ReactNode;
}

/** We think that it is solved: whoever asked says yes, and then how it went, or that it is not. */
export function Solved({ asked, offer, rating }: Props) {
  const { t } = useTranslation("portal");
  // Each read of the ticket brings another key to the same survey; what is typed stays with the first.
  const [first] = useState(offer);
  const [yes, setYes] = useState(!asked || offer.rating !== null);
  if (yes) return <div className={styles.rating}>{rating(first)}</div>;
  return (
    <div className={styles.choice}>
      <Button
        look="primary"
        onClick={() => {
          setYes(true);
        }}
      >
        {t("status.solvedYes")}
      </Button>
      <Button
        onClick={() => {
          goToField("body", document);
        }}
      >
        {t("status.solvedNot")}
      </Button>
    </div>
  );
}
