import { ChoiceSetting } from "./ChoiceSetting";
import { useSetting } from "./settings-context";

export function AppearanceSection() {
  return (
    <ChoiceSetting
      label="Colours"
      description="Light or dark, whatever the system uses; or as the system does, changing with it."
      setting={useSetting("colorScheme")}
      choices={[
        { value: "light", word: "Light" },
        { value: "dark", word: "Dark" },
        { value: "auto", word: "System" },
      ]}
    />
  );
}
