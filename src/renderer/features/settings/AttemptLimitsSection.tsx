import { ActionIcon, Button, Menu, NumberInput, Text } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { useState } from "react";
import type { AttemptLimit } from "../../../shared/attempt-limit";
import styles from "./Setting.module.css";
import { SavedMark } from "./SavedMark";
import { useSetting } from "./settings-context";
import { useEdited } from "./use-edited";

const MOST_LIMITS = 5;

/** Limits that laws name, and where. */
const PRESETS: readonly { readonly name: string; readonly source: string; limit: AttemptLimit }[] =
  [
    {
      name: "Florida, Oklahoma: 3 calls in 24 hours",
      source: "On one subject; four attempts 5 minutes apart break it",
      limit: { attempts: 3, hours: 24 },
    },
    {
      name: "Debt collection: 7 calls in 7 days",
      source:
        "Regulation F, 12 CFR 1006.14; after a conversation it asks for 7 days without a call",
      limit: { attempts: 7, hours: 168 },
    },
  ];

/** How often a number may be called, whatever the campaign. */
export function AttemptLimitsSection() {
  const setting = useSetting("attemptLimits");
  const { value: limits, change } = useEdited(setting);
  const add = (limit: AttemptLimit) => void change([...limits, limit]);
  const full = limits.length >= MOST_LIMITS;
  return (
    <>
      <div className={styles.line}>
        <Text className={styles.description}>
          A number that has been called as often as a limit allows waits until enough of its calls
          are long enough ago; calls of all campaigns count together, answered or not. Without
          limits, each campaign’s Max Retries is the only bound.
        </Text>
        <SavedMark saved={setting.saved} />
      </div>
      {limits.length > 0 && (
        <ul className={styles.limits}>
          {limits.map((limit, place) => (
            <LimitRow
              key={place}
              limit={limit}
              place={place + 1}
              onChange={(changed) => void change(limits.with(place, changed))}
              onRemove={() => void change(limits.toSpliced(place, 1))}
            />
          ))}
        </ul>
      )}
      {setting.problem && (
        <Text role="alert" c="var(--status-bad)">
          Not saved: {setting.problem}
        </Text>
      )}
      <div className={styles.buttons}>
        <Button variant="default" disabled={full} onClick={() => add({ attempts: 3, hours: 24 })}>
          Add a limit
        </Button>
        <Menu position="bottom-start" disabled={full}>
          <Menu.Target>
            <Button variant="default" disabled={full}>
              Limits that laws name…
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {PRESETS.map(({ name, source, limit }) => (
              <Menu.Item key={name} onClick={() => add(limit)}>
                {name}
                <div className={styles.source}>{source}</div>
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      </div>
    </>
  );
}

interface LimitRowProps {
  readonly limit: AttemptLimit;
  /** From 1. */
  readonly place: number;
  readonly onChange: (limit: AttemptLimit) => void;
  readonly onRemove: () => void;
}

function LimitRow({ limit, place, onChange, onRemove }: LimitRowProps) {
  return (
    <li className={styles.limit}>
      At most
      <Figure
        label={`Limit ${place}, calls`}
        value={limit.attempts}
        onCommit={(attempts) => onChange({ ...limit, attempts })}
      />
      calls to a number in any
      <Figure
        label={`Limit ${place}, hours`}
        value={limit.hours}
        onCommit={(hours) => onChange({ ...limit, hours })}
      />
      hours
      <ActionIcon aria-label={`Remove limit ${place}`} onClick={onRemove}>
        <IconX size={14} aria-hidden />
      </ActionIcon>
    </li>
  );
}

interface FigureProps {
  readonly label: string;
  readonly value: number;
  readonly onCommit: (value: number) => void;
}

/** Taken when it is left or at Enter; an empty one goes back to what it was. */
function Figure({ label, value, onCommit }: FigureProps) {
  const [typed, setTyped] = useState<number | string | null>(null);
  const commit = () => {
    if (typed !== null && typed !== "") onCommit(Number(typed));
    setTyped(null);
  };
  return (
    <NumberInput
      aria-label={label}
      value={typed ?? value}
      hideControls
      thousandSeparator=","
      classNames={{ root: styles.smallFigure }}
      onChange={setTyped}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === "Enter") commit();
      }}
    />
  );
}
