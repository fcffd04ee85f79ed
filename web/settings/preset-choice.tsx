import { Radio } from '@mantine/core';
import { useT } from '../data/language.ts';
import classes from './mailbox.module.css';
import { type Preset, presets } from './mailbox-presets.ts';

/** Where the mailbox is kept; fills in the servers. */
export function PresetChoice({ value, onChange }: { value: Preset; onChange: (preset: Preset) => void }) {
  const t = useT();
  return (
    <Radio.Group
      label={t('settings.mailbox.preset')}
      value={value}
      onChange={next => onChange(presets.find(each => each === next) ?? 'other')}
    >
      <div className={classes.presets}>
        {presets.map(preset => (
          <Radio.Card key={preset} value={preset} className={classes.preset} radius="md">
            <Radio.Indicator />
            <span>
              <span className={classes.presetName}>{t(`settings.mailbox.preset.${preset}`)}</span>
              <br />
              <span className={classes.presetText}>{t(`settings.mailbox.preset.${preset}.text`)}</span>
            </span>
          </Radio.Card>
        ))}
      </div>
    </Radio.Group>
  );
}
