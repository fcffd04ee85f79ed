import { Switch } from '@mantine/core';
import { routes } from '../../contract/routes/index.ts';
import { call } from '../data/call.ts';
import { useDeskChange } from '../data/desk-change.ts';
import { useT } from '../data/language.ts';
import { undoPreference, useUndoSeconds } from '../messages/undo-seconds.ts';

/** Whether Send can be undone for ten seconds. */
export function UndoSetting() {
  const t = useT();
  const seconds = useUndoSeconds();
  const keep = useDeskChange({
    // The usual is kept as nothing, so that it can change for everybody.
    send: (value: 0 | null) =>
      call(routes.people.keepPreference, { params: { key: undoPreference }, body: { value } }),
    apply: (desk, value) => ({
      ...desk,
      me: { ...desk.me, preferences: { ...desk.me.preferences, [undoPreference]: value } },
    }),
  });
  return (
    <Switch
      label={t('sending.setting')}
      description={t('sending.setting.text')}
      checked={seconds > 0}
      onChange={event => keep.mutate(event.currentTarget.checked ? null : 0)}
    />
  );
}
