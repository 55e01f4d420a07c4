import { ActionIcon, Slider, Text } from "@mantine/core";
import { IconVolume, IconVolumeOff } from "@tabler/icons-react";
import { useListening } from "./listening";
import styles from "./TrackControls.module.css";
import { SPEAKER_WORDS, type Speaker } from "./tracks";

/** Name, mute and volume of one track; stands at the left of the drawn track. */
export function TrackControls({ speaker }: { readonly speaker: Speaker }) {
  const { volume, muted } = useListening((state) => state.levels[speaker]);
  const setVolume = useListening((state) => state.setVolume);
  const toggleMuted = useListening((state) => state.toggleMuted);
  const name = SPEAKER_WORDS[speaker];

  return (
    <div role="group" aria-label={`${name} track`} className={styles.track}>
      <Text fw={600} className={styles.name}>
        {name}
      </Text>
      <ActionIcon
        size="sm"
        aria-label={`Mute ${name}`}
        aria-pressed={muted}
        onClick={() => toggleMuted(speaker)}
      >
        {muted ? <IconVolumeOff size={16} aria-hidden /> : <IconVolume size={16} aria-hidden />}
      </ActionIcon>
      <Slider
        className={styles.volume}
        size="xs"
        label={(percent) => `${percent} %`}
        thumbLabel={`Volume of ${name}`}
        value={muted ? 0 : Math.round(volume * 100)}
        onChange={(percent) => setVolume(speaker, percent / 100)}
      />
    </div>
  );
}
