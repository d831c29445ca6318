import { ChevronDown } from 'lucide-react';
import {
  Button as AriaButton,
  ComboBox as AriaComboBox,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
} from 'react-aria-components';
import { cx } from '../cx.ts';
import layoutStyles from '../layout.module.css';
import rowStyles from '../rows.module.css';
import styles from './ComboBox.module.css';
import fieldStyles from './Field.module.css';
import selectStyles from './Select.module.css';

/** SuggestField is a text field that suggests earlier values and accepts any other. */
export function SuggestField({
  label,
  value,
  onChange,
  suggestions,
}: {
  label: string;
  value: string;
  onChange: (value: string) => void;
  suggestions: readonly string[];
}) {
  const items = suggestions.map((text) => ({ id: text, text }));
  return (
    <AriaComboBox
      allowsCustomValue
      inputValue={value}
      onInputChange={onChange}
      defaultItems={items}
      menuTrigger="focus"
      className={fieldStyles['field'] ?? ''}
    >
      <Label className={fieldStyles['label'] ?? ''}>{label}</Label>
      <div className={layoutStyles['holder']}>
        <Input className={fieldStyles['input'] ?? ''} />
        {items.length > 0 ? (
          <AriaButton className={styles['open'] ?? ''} aria-label={`Show ${label.toLowerCase()} used earlier`}>
            <ChevronDown size={14} aria-hidden="true" />
          </AriaButton>
        ) : null}
      </div>
      <Popover className={selectStyles['popover'] ?? ''} offset={4}>
        <ListBox<{ id: string; text: string }> className={selectStyles['list'] ?? ''}>
          {(item) => (
            <ListBoxItem
              id={item.id}
              textValue={item.text}
              className={cx(selectStyles['item'], rowStyles['ringMarked'], rowStyles['current'])}
            >
              <span className={styles['text']}>{item.text}</span>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaComboBox>
  );
}
