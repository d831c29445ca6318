import styles from './Sparkline.module.css';

const BAR = 6;
const GAP = 1;
const HEIGHT = 18;

/** Sparkline draws one bar a week. It is hidden from screen readers: the row speaks the numbers. */
export function Sparkline({ weeks, most, title }: { weeks: readonly number[]; most: number; title: string }) {
  const width = weeks.length * (BAR + GAP) - GAP;
  return (
    <span className={styles['spark']} title={title}>
      <svg width={width} height={HEIGHT} viewBox={`0 0 ${width} ${HEIGHT}`} aria-hidden="true" focusable="false">
        {weeks.map((stories, week) => {
          // A week without a story is a thin line. One story must look different from none.
          const height = stories === 0 ? 1 : Math.max(3, (stories / Math.max(most, 1)) * HEIGHT);
          return (
            <rect
              // biome-ignore lint/suspicious/noArrayIndexKey: a week is identified by its index.
              key={week}
              x={week * (BAR + GAP)}
              y={HEIGHT - height}
              width={BAR}
              height={height}
              className={stories === 0 ? styles['none'] : styles['bar']}
            />
          );
        })}
      </svg>
    </span>
  );
}
