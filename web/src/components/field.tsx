import {
  useId,
  type InputHTMLAttributes,
  type ReactNode,
  type SelectHTMLAttributes,
  type TextareaHTMLAttributes,
} from "react";

import styles from "./field.module.css";

interface Wiring {
  id: string;
  "aria-describedby": string | undefined;
  "aria-invalid": boolean | undefined;
}

interface FieldProps {
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  optional?: string | undefined;
  children: (wiring: Wiring) => ReactNode;
}

/** Label, hint and error around one control, wired for screen readers. */
export function Field({ label, hint, error, optional, children }: FieldProps) {
  const id = useId();
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={styles.label}>
        {label}
        {optional !== undefined && <span className={styles.optional}> ({optional})</span>}
      </label>
      {hint && (
        <p id={`${id}-hint`} className={styles.hint}>
          {hint}
        </p>
      )}
      {children({ id, "aria-describedby": described || undefined, "aria-invalid": error ? true : undefined })}
      {error && (
        <p id={`${id}-error`} className={styles.error}>
          {error}
        </p>
      )}
    </div>
  );
}

type Common = Omit<FieldProps, "children">;

export function TextField({
  label,
  hint,
  error,
  optional,
  ...input
}: Common & InputHTMLAttributes<HTMLInputElement>) {
  return (
    <Field {...{ label, hint, error, optional }}>
      {(wiring) => <input type="text" {...input} {...wiring} className={styles.control} />}
    </Field>
  );
}

export function TextArea({
  label,
  hint,
  error,
  optional,
  ...area
}: Common & TextareaHTMLAttributes<HTMLTextAreaElement>) {
  return (
    <Field {...{ label, hint, error, optional }}>
      {(wiring) => <textarea rows={6} {...area} {...wiring} className={styles.control} />}
    </Field>
  );
}

export function SelectField({
  label,
  hint,
  error,
  optional,
  children,
  ...select
}: Common & SelectHTMLAttributes<HTMLSelectElement>) {
  return (
    <Field {...{ label, hint, error, optional }}>
      {(wiring) => (
        <select {...select} {...wiring} className={`${styles.control} ${styles.select}`}>
          {children}
        </select>
      )}
    </Field>
  );
}

interface GroupProps extends Common {
  /** How refusals call it. */
  name: string;
  children: ReactNode;
}

/** The same around several controls that answer one question. */
export function GroupField({ label, name, hint, error, optional, children }: GroupProps) {
  const id = useId();
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
  return (
    <fieldset
      className={styles.choices}
      data-place={name}
      data-name={label}
      aria-describedby={described || undefined}
    >
      <legend className={styles.label}>
        {label}
        {optional !== undefined && <span className={styles.optional}> ({optional})</span>}
      </legend>
      {hint && (
        <p id={`${id}-hint`} className={styles.hint}>
          {hint}
        </p>
      )}
      {children}
      {error && (
        <p id={`${id}-error`} className={styles.error}>
          {error}
        </p>
      )}
    </fieldset>
  );
}

interface ChoiceProps<T extends string> extends Omit<Common, "label"> {
  legend: string;
  name: string;
  options: readonly { value: T; label: string }[];
  /** Empty while nothing is chosen. */
  value: T | "";
  required?: boolean;
  onChange: (value: T) => void;
}

/** So many stand in a row. */
const IN_A_ROW = 3;

/** A few choices as radio buttons: side by side, or below one another when they are many. */
export function ChoiceField<T extends string>(props: ChoiceProps<T>) {
  const { legend, name, options, value, hint, error, optional, required, onChange } = props;
  return (
    <GroupField {...{ label: legend, name, hint, error, optional }}>
      <div className={`${styles.options} ${options.length > IN_A_ROW ? "" : styles.inARow}`}>
        {options.map((option) => (
          <label key={option.value} className={styles.option}>
            <input
              type="radio"
              name={name}
              value={option.value}
              required={required}
              checked={option.value === value}
              onChange={() => {
                onChange(option.value);
              }}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
    </GroupField>
  );
}
