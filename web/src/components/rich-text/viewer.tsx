import { useCallback } from "react";
import { createPortal } from "react-dom";
import { useTranslation } from "react-i18next";

import styles from "./picture.module.css";

interface Props {
  url: string;
  name: string;
  onClose: () => void;
  /** To the picture before it or after it, where there is one. */
  onStep?: ((by: 1 | -1) => void) | undefined;
  /** Which of how many. */
  place?: string | undefined;
  onDownload?: (() => void) | undefined;
}

const STEPS: Record<string, 1 | -1> = { ArrowLeft: -1, ArrowRight: 1 };

/** Above the page, as large as it is; any press and Esc lead back. */
export function Viewer({ url, name, onClose, onStep, place, onDownload }: Props) {
  const { t } = useTranslation();
  const show = useCallback((dialog: HTMLDialogElement | null) => {
    if (dialog?.open === false) dialog.showModal();
  }, []);
  return createPortal(
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- arrows act wherever in it one is
    <dialog
      ref={show}
      className={styles.viewer}
      aria-label={name}
      onClose={onClose}
      onKeyDown={(event) => {
        const by = STEPS[event.key];
        if (by !== undefined) onStep?.(by);
      }}
    >
      <button
        type="button"
        className={styles.close}
        aria-label={t("pictures.close")}
        onClick={(event) => {
          event.currentTarget.closest("dialog")?.close();
        }}
      >
        <img key={url} src={url} alt={name} />
      </button>
      {onDownload !== undefined && (
        <div className={styles.bar}>
          {onStep !== undefined && (
            <>
              <Step by={-1} sign="‹" words={t("pictures.previous")} onStep={onStep} />
              <span role="status">{place}</span>
              <Step by={1} sign="›" words={t("pictures.next")} onStep={onStep} />
            </>
          )}
          <bdi className={styles.named}>{name}</bdi>
          <button type="button" onClick={onDownload}>
            {t("pictures.download")}
          </button>
        </div>
      )}
    </dialog>,
    document.body,
  );
}

interface StepProps {
  by: 1 | -1;
  sign: string;
  words: string;
  onStep: (by: 1 | -1) => void;
}

const Step = ({ by, sign, words, onStep }: StepProps) => (
  <button
    type="button"
    aria-label={words}
    title={words}
    onClick={() => {
      onStep(by);
    }}
  >
    {sign}
  </button>
);
