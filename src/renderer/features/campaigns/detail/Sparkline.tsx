import styles from "./CampaignDetailPage.module.css";

const BAR = 2;
const GAP = 1;
const HEIGHT = 24;

interface SparklineProps {
  readonly values: readonly number[];
  readonly label: string;
}

/** A bar for each value, the newest at the right; the highest fills the height. */
export function Sparkline({ values, label }: SparklineProps) {
  const highest = Math.max(1, ...values);
  const width = values.length * (BAR + GAP);
  return (
    <svg role="img" aria-label={label} width={width} height={HEIGHT} className={styles.sparkline}>
      <title>{label}</title>
      {values.map((value, index) => {
        // Nothing is a hairline, so that the hour can be seen although it was quiet.
        const height = value === 0 ? 1 : Math.max(2, (value / highest) * HEIGHT);
        return (
          <rect
            key={index}
            x={index * (BAR + GAP)}
            y={HEIGHT - height}
            width={BAR}
            height={height}
            fill="currentColor"
            opacity={value === 0 ? 0.4 : 1}
          />
        );
      })}
    </svg>
  );
}
