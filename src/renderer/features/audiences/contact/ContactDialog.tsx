import { Button, Modal, Select, Stack, TextInput } from "@mantine/core";
import { useState, type SubmitEvent } from "react";
import type { AppError } from "../../../../shared/app-error";
import type { Audience } from "../../../../shared/audience";
import type { ContactDetails } from "../../../../shared/contact";
import { request } from "../../../api/client";
import { useAction } from "../../../api/use-action";
import { DialogActions } from "../../../ui/DialogActions";
import { ErrorNotice } from "../../../ui/ErrorNotice";
import { fieldsOf, valuesOf, type ContactValues } from "./contact-form";

interface ContactDialogProps {
  readonly audience: Audience;
  /** Null: a new one. */
  readonly contact: ContactDetails | null;
  readonly onClose: () => void;
}

/** Adds or edits a contact; what cannot be kept is said at its field. */
export function ContactDialog({ audience, contact, onClose }: ContactDialogProps) {
  const [values, setValues] = useState(() => valuesOf(contact, audience.variables));
  const save = useAction(async () => {
    const asked = { audienceId: audience.id, fields: fieldsOf(values) };
    if (contact === null) await request("contacts.add", asked);
    else await request("contacts.change", { ...asked, contactId: contact.id });
    onClose();
  });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    void save.run();
  };

  return (
    <Modal opened title={contact ? "Edit the contact" : "Add a contact"} onClose={onClose}>
      <form onSubmit={submit}>
        <ContactFieldset
          values={values}
          error={save.error}
          onChange={(change) => setValues({ ...values, ...change })}
        />
        {save.error && !save.error.field && <ErrorNotice error={save.error} />}
        <DialogActions>
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={save.running}>
            {contact ? "Save" : "Add"}
          </Button>
        </DialogActions>
      </form>
    </Modal>
  );
}

interface ContactFieldsetProps {
  readonly values: ContactValues;
  readonly error: AppError | null;
  readonly onChange: (change: Partial<ContactValues>) => void;
}

function ContactFieldset({ values, error, onChange }: ContactFieldsetProps) {
  const text = (field: "name" | "phone" | "alternatePhones" | "externalId") => ({
    value: values[field],
    error: error?.field === field ? error.message : null,
    onChange: (event: { currentTarget: HTMLInputElement }) =>
      onChange({ [field]: event.currentTarget.value }),
  });
  return (
    <Stack gap="sm">
      <TextInput label="Name" data-autofocus {...text("name")} />
      <TextInput
        label="Phone"
        required
        description="With its country code, or as it is dialed within its country."
        {...text("phone")}
      />
      <TextInput
        label="Alternate phones"
        description="Several between commas."
        {...text("alternatePhones")}
      />
      <TextInput label="External ID" {...text("externalId")} />
      <Select
        label="Time zone"
        placeholder="The number tells"
        searchable
        clearable
        clearButtonProps={{ "aria-label": "Let the number tell the time zone" }}
        limit={60}
        data={timeZones}
        value={values.timeZone}
        onChange={(timeZone) => onChange({ timeZone })}
      />
      {Object.entries(values.variables).map(([variable, value]) => (
        <TextInput
          key={variable}
          label={variable}
          value={value}
          onChange={(event) =>
            onChange({ variables: { ...values.variables, [variable]: event.currentTarget.value } })
          }
        />
      ))}
    </Stack>
  );
}

const timeZones = [...new Set([...Intl.supportedValuesOf("timeZone"), "UTC"])].sort();
