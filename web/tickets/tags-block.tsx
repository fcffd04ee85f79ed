import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { routes } from '../../contract/routes/index.ts';
import { call } from '../data/call.ts';
import { useDesk, useMay } from '../data/desk.ts';
import { useDeskChange } from '../data/desk-change.ts';
import { useT } from '../data/language.ts';
import { TagChip } from '../ui/tag-chip.tsx';
import { tagChoices } from './choices.tsx';
import { PanelBlock } from './panel-block.tsx';
import { Picker } from './picker.tsx';
import { colourFor } from './tag-colour.ts';
import classes from './ticket-panel.module.css';
import type { PanelProps } from './ticket-panel.tsx';

/** The ticket's tags, picked from the catalogue (LUM-27); who may add to it does so in place (LUM-26). */
export function TagsBlock({ ticket, open, onOpen, onChange }: PanelProps) {
  const t = useT();
  const desk = useDesk().data;
  const mayCreate = useMay('settings.manage');
  const tags = ticket.tagIds.flatMap(id => desk?.tags.find(tag => tag.id === id) ?? []);
  const create = useDeskChange({
    send: (name: string) => call(routes.tickets.addTag, { body: { name, colour: colourFor(name) } }),
    onDone: tag => onChange({ tagIds: [...ticket.tagIds, tag.id] }),
  });
  const toggleTag = (id: string) => {
    const has = ticket.tagIds.includes(id);
    onChange({ tagIds: has ? ticket.tagIds.filter(one => one !== id) : [...ticket.tagIds, id] });
  };
  return (
    <PanelBlock name="tags" title={t('tickets.block.tags')} isForced={open === 'tags'}>
      <div className={classes.tags}>
        {tags.map(tag => (
          <TagChip key={tag.id} name={tag.name} colour={tag.colour} onRemove={() => toggleTag(tag.id)} />
        ))}
        <Picker
          label={t('tickets.block.tags')}
          choices={tagChoices(desk)}
          selected={ticket.tagIds}
          isMultiple
          isOpen={open === 'tags'}
          onOpenChange={isOpen => onOpen(isOpen ? 'tags' : null)}
          onPick={toggleTag}
          create={
            mayCreate
              ? {
                  label: name => t('panel.tags.create', { name }),
                  onCreate: name => create.mutate(name.slice(0, 40)),
                }
              : undefined
          }
          target={toggle => (
            <Button
              size="compact-sm"
              variant="subtle"
              leftSection={<IconPlus size={14} aria-hidden />}
              onClick={toggle}
            >
              {t('tickets.tags.add')}
            </Button>
          )}
        />
      </div>
      {desk?.tags.length === 0 && !mayCreate && <p className={classes.hint}>{t('tickets.tags.none')}</p>}
    </PanelBlock>
  );
}
