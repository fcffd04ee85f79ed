import { Combobox, useCombobox } from '@mantine/core';
import { IconCheck, IconPlus } from '@tabler/icons-react';
import { type ReactElement, type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useT } from '../data/language.ts';
import { startTypeAhead, stopTypeAhead, takeTypeAhead } from '../ui/type-ahead.ts';
import classes from './picker.module.css';
import { isFound, isNamed } from './picker-search.ts';

export interface Choice {
  value: string;
  label: string;
  /** Shown small beside the label and searched too, such as an agent's e-mail (LUM-30). */
  detail?: string;
  mark?: ReactNode;
  /** The mark holds the label's words already. */
  isLabelInMark?: boolean;
}

interface Props {
  /** Names the list and its search box. */
  label: string;
  choices: Choice[];
  selected: readonly string[];
  onPick: (value: string) => void;
  /** Stays open after a pick. */
  isMultiple?: boolean;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  /** The button it hangs on; calls `toggle` when pressed. */
  target: (toggle: () => void) => ReactElement;
  /** Offers to make what was typed, where nothing is called so yet. */
  create?: { label: (typed: string) => string; onCreate: (typed: string) => void };
  /** Shown below the list. */
  footer?: ReactNode;
  width?: number | 'target';
}

/** The value of the option that makes a new one; no id looks like it. */
const creating = '+';

/** A list to choose from by typing a part of a name: agents, folders, teams, tags, filters. */
export function Picker(props: Props) {
  const t = useT();
  const [typed, setTyped] = useState('');
  const isOpen = useRef(props.isOpen);
  isOpen.current = props.isOpen;
  const store = useCombobox({
    opened: props.isOpen,
    // A list that was closed because another one opened has nothing to tell: the other would close with it.
    onOpenedChange: next => next !== isOpen.current && props.onOpenChange(next),
    onDropdownClose: () => {
      setTyped('');
      store.resetSelectedOption();
      setTimeout(giveFocusBack);
    },
  });
  /** To the button, unless somebody has gone on to something else; never scrolling it away from under the pointer. */
  function giveFocusBack(): void {
    const { activeElement } = document;
    const isLeft = activeElement === document.body || activeElement === store.searchRef.current;
    if (isLeft && !isOpen.current) store.targetRef.current?.focus({ preventScroll: true });
  }
  const found = props.choices.filter(choice => isFound(choice, typed));
  const wanted = typed.trim();
  const create = wanted && !props.choices.some(choice => isNamed(choice, wanted)) ? props.create : undefined;

  const isTaking = useRef(false);
  const isMarked = useRef(false);

  // A key may open the list too, perhaps while its button is out of sight; what is typed next belongs to the search.
  useLayoutEffect(() => {
    if (!props.isOpen) return;
    startTypeAhead();
    store.targetRef.current?.scrollIntoView({ block: 'nearest' });
    // The search cannot take the focus before the list is laid out, and a list that closes just now gives it back to its
    // own button: so it is asked for again for half a second, and what was typed meanwhile is handed over.
    let framesLeft = 30;
    isMarked.current = false;
    const focus = () => {
      const { current } = store.searchRef;
      if (current && document.activeElement !== current) current.focus({ preventScroll: true });
      if (current && document.activeElement === current) {
        const ahead = takeTypeAhead(current);
        // At once, before the box hears the next key itself.
        if (ahead) flushSync(() => setTyped(before => before + ahead.replaceAll('\n', '')));
        if (ahead?.includes('\n')) isTaking.current = true;
      }
      // The options come with the list, a moment after it is asked for.
      if (current && !isMarked.current && store.selectFirstOption() !== null) isMarked.current = true;
      if (isTaking.current && store.selectFirstOption() !== null) {
        isTaking.current = false;
        store.clickSelectedOption();
      }
      if (--framesLeft > 0) frame = requestAnimationFrame(focus);
      else stopTypeAhead();
    };
    let frame = requestAnimationFrame(focus);
    return () => {
      cancelAnimationFrame(frame);
      stopTypeAhead();
      isTaking.current = false;
    };
  }, [props.isOpen, store.targetRef, store.searchRef]);
  useEffect(() => {
    if (props.isOpen) store.selectFirstOption();
  }, [typed, props.isOpen]);

  // What loads above the button would push it out of sight, and an open list goes where its button goes.
  useEffect(() => {
    const target = props.isOpen ? store.targetRef.current : null;
    if (!target) return;
    const observer = new ResizeObserver(() => target.scrollIntoView({ block: 'nearest' }));
    for (let around = target.parentElement; around; around = around.parentElement) observer.observe(around);
    return () => observer.disconnect();
  }, [props.isOpen, store.targetRef]);

  return (
    <Combobox
      store={store}
      onOptionSubmit={value => {
        if (value === creating) {
          create?.onCreate(wanted);
          setTyped('');
        } else props.onPick(value);
        if (!props.isMultiple) store.closeDropdown();
      }}
      width={props.width ?? 280}
      position="bottom-start"
      withinPortal
      classNames={{ option: classes.option }}
    >
      <Combobox.Target targetType="button" withAriaAttributes withKeyboardNavigation={false}>
        {props.target(() => store.toggleDropdown())}
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Search
          value={typed}
          onChange={event => setTyped(event.currentTarget.value)}
          placeholder={t('tickets.picker.search')}
          aria-label={props.label}
        />
        <Combobox.Options className={classes.options} aria-label={props.label}>
          {found.map(choice => {
            const isChosen = props.selected.includes(choice.value);
            return (
              <Combobox.Option
                key={choice.value}
                value={choice.value}
                active={isChosen}
                aria-selected={isChosen}
              >
                <span className={classes.choice}>
                  {choice.mark}
                  <span className={classes.names}>
                    {!choice.isLabelInMark && <span>{choice.label}</span>}
                    {choice.detail && <span className={classes.detail}>{choice.detail}</span>}
                  </span>
                  {isChosen && <IconCheck size={16} className={classes.check} aria-hidden />}
                </span>
              </Combobox.Option>
            );
          })}
          {create && (
            <Combobox.Option value={creating}>
              <span className={classes.choice}>
                <IconPlus size={16} className={classes.check} aria-hidden /> {create.label(wanted)}
              </span>
            </Combobox.Option>
          )}
          {found.length === 0 && !create && <Combobox.Empty>{t('tickets.picker.nothing')}</Combobox.Empty>}
        </Combobox.Options>
        {props.footer && <Combobox.Footer>{props.footer}</Combobox.Footer>}
      </Combobox.Dropdown>
    </Combobox>
  );
}
