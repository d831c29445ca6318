import { type KeyboardEvent, useRef, useState } from 'react';
import type { SystemCode } from '../../../shared/models.ts';
import { cx } from '../../ui/cx.ts';
import styles from './CoverageMap.module.css';
import { type CoveredSystem, formatArea, type Scale, type Step, shortFigure, stepOf } from './coverage-model.ts';
import { type Direction, type Drawing, neighbourOf } from './map-geometry.ts';

const DIRECTIONS: Record<string, Direction> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
};

/**
 * CoverageMap draws systems as areas or tiles. One of them has the focus; arrow keys go to its neighbours and Enter
 * opens the page.
 */
export function CoverageMap({
  label,
  drawing,
  systems,
  nameOf,
  scale,
  isTiles,
  onLook,
  onOpen,
}: {
  label: string;
  drawing: Drawing;
  systems: ReadonlyMap<string, CoveredSystem>;
  nameOf: (code: string) => string;
  scale: Scale;
  isTiles: boolean;
  /** The hovered or focused system; null when there is none. */
  onLook: (code: string | null) => void;
  onOpen: (code: SystemCode) => void;
}) {
  const [at, setAt] = useState<string | null>(null);
  const [focused, setFocused] = useState<string | null>(null);
  const svg = useRef<SVGSVGElement>(null);
  const areas = drawing.areas.flatMap((area) => {
    const system = systems.get(area.code);
    return system ? [{ ...area, system, step: stepOf(system, scale) }] : [];
  });
  const stop = areas.some(({ code }) => code === at) ? at : areas[0]?.code;

  function focus(code: string | null | undefined) {
    if (code) svg.current?.querySelector<SVGGElement>(`[data-code="${CSS.escape(code)}"]`)?.focus();
  }

  function onKeyDown(event: KeyboardEvent, code: SystemCode) {
    const direction = DIRECTIONS[event.key];
    if (direction) focus(neighbourOf(areas, code, direction));
    else if (event.key === 'Home') focus(areas[0]?.code);
    else if (event.key === 'End') focus(areas.at(-1)?.code);
    else if (event.key === 'Enter' || event.key === ' ') onOpen(code);
    else return;
    event.preventDefault();
  }

  const ring = areas.find(({ code }) => code === focused);
  return (
    // biome-ignore lint/a11y/useSemanticElements: SVG has no element for a group with a name.
    <svg
      ref={svg}
      role="group"
      aria-label={label}
      width={drawing.width}
      height={drawing.height}
      className={cx(styles['map'], isTiles && styles['tiles'])}
    >
      <Patterns />
      {areas.map(({ code, path, label: short, system, step }) => (
        // biome-ignore lint/a11y/useSemanticElements: a button cannot be inside an SVG.
        <g
          key={code}
          role="button"
          tabIndex={code === stop ? 0 : -1}
          data-code={code}
          aria-label={formatArea(isTiles ? tileName(nameOf(code), short) : nameOf(code), system)}
          className={styles['area']}
          onClick={() => onOpen(system.code)}
          onKeyDown={(event) => onKeyDown(event, system.code)}
          onPointerEnter={() => onLook(code)}
          onPointerLeave={() => onLook(focused)}
          onFocus={() => {
            setAt(code);
            setFocused(code);
            onLook(code);
          }}
          onBlur={() => {
            setFocused(null);
            onLook(null);
          }}
        >
          <path d={path} className={cx(styles['shape'], styles[`step-${step}`])} />
        </g>
      ))}
      {/* Drawn over the areas and not part of their names, which already hold the figure. */}
      {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in this layer takes the focus. */}
      <g aria-hidden="true">
        {areas.map(({ code, x, y, isRoomy, label: short, system, step }) => (
          <g
            key={code}
            className={cx(styles['words'], isDark(step) && styles['onDark'], isPattern(step) && styles['onPattern'])}
          >
            {isTiles ? (
              <text x={x} y={y - 8} className={styles['label']}>
                {short}
              </text>
            ) : null}
            {isRoomy ? (
              <text x={x} y={isTiles ? y + 9 : y} className={styles['figure']}>
                {shortFigure(system, scale.measure)}
              </text>
            ) : null}
          </g>
        ))}
      </g>
      {/* The focus ring is drawn last, or a neighbour would cover half of it. */}
      {ring ? <path d={ring.path} className={styles['ring']} /> : null}
    </svg>
  );
}

/** A tile's accessible name contains its visible text, so that voice control can find it. */
function tileName(name: string, short: string): string {
  return name === short ? name : `${name} (${short})`;
}

function isDark(step: Step): boolean {
  return step === 3 || step === 4;
}

function isPattern(step: Step): boolean {
  return step === 'none' || step === 'undated';
}

/** Empty and undated areas are hatched or dotted, so that no lightness of the scale looks like them. */
function Patterns() {
  return (
    <defs>
      <pattern id="map-none" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="6" height="6" className={styles['ground']} />
        <line x1="0" y1="0" x2="0" y2="6" className={styles['hatch']} />
      </pattern>
      <pattern id="map-undated" width="6" height="6" patternUnits="userSpaceOnUse">
        <rect width="6" height="6" className={styles['ground']} />
        <circle cx="3" cy="3" r="1.2" className={styles['dot']} />
      </pattern>
    </defs>
  );
}

export function Swatch({ step }: { step: Step }) {
  return (
    <svg width="22" height="14" aria-hidden="true" focusable="false" className={styles['swatch']}>
      <rect width="22" height="14" className={styles[`step-${step}`]} />
    </svg>
  );
}
