import { TextInput } from "@mantine/core";
import { useState } from "react";
import { ChoiceSetting } from "./ChoiceSetting";
import { SavedMark } from "./SavedMark";
import { useSetting } from "./settings-context";
import styles from "./Setting.module.css";

export function RecordingsSection() {
  return (
    <>
      <ChoiceSetting
        label="The customer's track"
        description="Which of the two tracks of a recording holds the customer's voice; the other one is the AI's. Change it when the player names the voices the wrong way round."
        setting={useSetting("customerTrack")}
        choices={[
          { value: 1, word: "Track 1 (left)" },
          { value: 2, word: "Track 2 (right)" },
        ]}
      />
      <TranscriptService />
    </>
  );
}

function TranscriptService() {
  const setting = useSetting("transcriptServiceSid");
  const [typed, setTyped] = useState<string | null>(null);
  const commit = async () => {
    if (typed === null) return;
    if (await setting.save(typed.trim() || null)) setTyped(null);
  };
  return (
    <div className={styles.line}>
      <TextInput
        label="Transcript service"
        description="SID of the Conversational Intelligence service of your Twilio account that writes the transcripts; without one, live calls have a recording but no transcript."
        placeholder="GA…"
        spellCheck={false}
        error={setting.problem}
        value={typed ?? setting.value ?? ""}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onBlur={() => void commit()}
        onKeyDown={(event) => {
          if (event.key === "Enter") void commit();
        }}
      />
      <SavedMark saved={setting.saved} />
    </div>
  );
}
