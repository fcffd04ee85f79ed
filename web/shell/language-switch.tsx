import { SegmentedControl } from '@mantine/core';
import { languages } from '../../contract/fields.ts';
import { useLanguage, useT } from '../data/language.ts';
import { setAppearance } from './appearance.ts';

/** Choosing the language of the screens before anybody is signed in. */
export function LanguageSwitch() {
  const t = useT();
  const language = useLanguage();
  return (
    <SegmentedControl
      size="xs"
      aria-label={t('shell.language')}
      value={language}
      onChange={next => setAppearance({ language: languages.find(each => each === next) ?? language })}
      data={languages.map(each => ({ value: each, label: t(`language.${each}`) }))}
    />
  );
}
