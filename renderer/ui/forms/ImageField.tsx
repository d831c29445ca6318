import { ImageIcon, ImageUp } from 'lucide-react';
import { type DragEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { Group } from 'react-aria-components';
import { Button } from '../Button.tsx';
import { cx } from '../cx.ts';
import layoutStyles from '../layout.module.css';
import textStyles from '../text.module.css';
import { useKeptFocus } from '../use-kept-focus.ts';
import styles from './ImageField.module.css';

export interface ImageFieldProps {
  label: string;
  /** The address of the shown picture; null for none. */
  address: string | null;
  /** The alternative text. */
  alt: string;
  /** What the picture is, or why none shows. */
  children: ReactNode;
  /** File types for the file dialog. */
  accept: string;
  onFile: (file: File) => void;
  isBusy?: boolean;
  error?: string | null;
  /** More buttons next to the one that chooses a file. */
  actions?: ReactNode;
  className?: string | undefined;
}

/** ImageField shows a picture and takes another: chosen or dropped. */
export function ImageField({
  label,
  address,
  alt,
  children,
  accept,
  onFile,
  isBusy = false,
  error = null,
  actions,
  className,
}: ImageFieldProps) {
  const group = useRef<HTMLDivElement>(null);
  const picker = useRef<HTMLInputElement>(null);
  const refusal = useRef<HTMLParagraphElement>(null);
  const [isOver, setOver] = useState(false);

  useKeptFocus(group);

  // Scroll the refusal into view: the panel may be scrolled or too small.
  useEffect(() => {
    if (error !== null) refusal.current?.scrollIntoView({ block: 'nearest' });
  }, [error]);

  const take = (files: FileList | null | undefined) => {
    const [file] = files ?? [];
    if (file && !isBusy) onFile(file);
  };
  // Prevent the default, so that the window's own drop handler sees that this file is taken.
  function onDragOver(event: DragEvent) {
    if (!event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'copy';
    setOver(true);
  }
  function onDrop(event: DragEvent) {
    setOver(false);
    if (!event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    take(event.dataTransfer.files);
  }

  return (
    <Group
      ref={group}
      aria-label={label}
      className={cx(styles['field'], isOver && styles['over'], className)}
      onDragOver={onDragOver}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
    >
      <span className={styles['label']}>{label}</span>
      <div className={styles['row']}>
        <Thumbnail address={address} alt={alt} />
        <div className={styles['body']}>
          <p className={cx(styles['words'], textStyles['second'])}>{children}</p>
          {error === null ? null : (
            <p ref={refusal} className={cx(styles['error'], textStyles['bad'])}>
              {error}
            </p>
          )}
          <div className={layoutStyles['wraps']}>
            <Button
              icon={<ImageUp size={15} aria-hidden="true" />}
              isPending={isBusy}
              onPress={() => picker.current?.click()}
            >
              Choose a file…
            </Button>
            {actions}
          </div>
          <p className={cx(styles['hint'], textStyles['quiet'])}>or drop or paste a picture here</p>
        </div>
      </div>
      <input
        ref={picker}
        type="file"
        accept={accept}
        hidden
        aria-label={`File for: ${label}`}
        onChange={(event) => {
          take(event.target.files);
          // Reset, so that the same file can be chosen again.
          event.target.value = '';
        }}
      />
    </Group>
  );
}

/** Thumbnail shows a small picture, or an empty frame. */
export function Thumbnail({
  address,
  alt,
  size = 'middle',
}: {
  address: string | null;
  alt: string;
  size?: 'middle' | 'small';
}) {
  const className = cx(styles['thumbnail'], size === 'small' && styles['small']);
  if (address === null) {
    return (
      <span className={className} role="img" aria-label={alt}>
        <ImageIcon size={size === 'small' ? 14 : 20} aria-hidden="true" />
      </span>
    );
  }
  return <img src={address} alt={alt} className={className} draggable={false} />;
}
