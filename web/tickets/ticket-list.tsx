import { useElementSize } from '@mantine/hooks';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef } from 'react';
import { useRowSelection } from '../bulk/use-row-selection.tsx';
import { useDesk } from '../data/desk.ts';
import { useT } from '../data/language.ts';
import { useSettled } from '../ui/use-settled.ts';
import { ListHeader } from './list-header.tsx';
import { fitting, type ListLook, rowHeights } from './list-look.ts';
import type { Row, Sort } from './list-pages.ts';
import classes from './ticket-list.module.css';
import { TicketRow } from './ticket-row.tsx';
import { useListKeys, useReadKey } from './use-list-keys.ts';
import { recallPlace, useListPlace } from './use-list-place.ts';
import { useMarkRead } from './use-mark-read.ts';
import { useSteadyScroll } from './use-steady-scroll.ts';

interface Props {
  rows: Row[];
  /** Names the list for screen readers. */
  label: string;
  /** Where the place in this list is remembered, so that "back" leads to the same row. */
  placeKey: string;
  hasMore: boolean;
  isLoadingMore: boolean;
  onEnd: () => void;
  onSight: (first: number, last: number) => void;
  look: ListLook;
  sort: Sort;
  /** Absent where the order is given, as for what was found by a text. */
  onSort?: (sort: Sort) => void;
}

/** The rows of a view; only those in sight are in the page, however long the list is. */
export function TicketList(props: Props) {
  const { rows, label, placeKey, hasMore, isLoadingMore, onEnd, onSight, look } = props;
  const t = useT();
  const desk = useDesk().data;
  const scroller = useRef<HTMLDivElement>(null);
  const { ref: sizer, width } = useElementSize();
  const isNarrow = width > 0 && width < 720;
  const height = rowHeights[isNarrow ? 'narrow' : look.density];
  // The same array for the same columns, so that rows are not drawn anew.
  const fit = fitting(look.columns, width || 1200);
  const columns = useMemo(() => fit, [fit.join()]);
  const onRead = useMarkRead();

  const isSettled = useSettled();
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    getItemKey: index => rows[index]?.id ?? index,
    // What is in sight comes first, the rows around it right after.
    overscan: isSettled ? 12 : 1,
    initialOffset: recallPlace(placeKey).offset,
  });
  useEffect(() => virtual.measure(), [height]);

  const items = virtual.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => onSight(first, last), [onSight, first, last]);
  useEffect(() => {
    if (hasMore && !isLoadingMore && last >= rows.length - 30) onEnd();
  }, [hasMore, isLoadingMore, last, rows.length, onEnd]);

  const [currentId, setCurrentId] = useListPlace(placeKey, scroller);
  useSteadyScroll(scroller, rows, height);
  useListKeys(rows, currentId, setCurrentId, index => virtual.scrollToIndex(index), scroller);
  useReadKey(rows, currentId, onRead);
  const goTo = (id: string, index: number) => {
    setCurrentId(id);
    virtual.scrollToIndex(index);
    // The row may only be drawn after the scroll.
    requestAnimationFrame(() =>
      scroller.current?.querySelector<HTMLElement>(`[data-row="${id}"] a`)?.focus({ preventScroll: true }),
    );
  };
  const { boxOf, onRowClick } = useRowSelection(placeKey, rows, currentId, goTo);

  return (
    <>
      {!isNarrow && <ListHeader columns={columns} sort={props.sort} onSort={props.onSort} />}
      <div
        ref={scroller}
        className={classes.scroller}
        data-narrow={isNarrow}
        data-density={isNarrow ? undefined : look.density}
      >
        <ul
          ref={sizer}
          className={classes.rows}
          style={{ height: virtual.getTotalSize() }}
          aria-label={label}
          data-testid="ticket-list"
        >
          {items.map(item => {
            const row = rows[item.index];
            return (
              row && (
                <li
                  key={item.key}
                  className={classes.item}
                  style={{ height, transform: `translateY(${item.start}px)` }}
                  aria-setsize={hasMore ? -1 : rows.length}
                  aria-posinset={item.index + 1}
                  onClickCapture={onRowClick(row.id)}
                >
                  <TicketRow
                    row={row}
                    desk={desk}
                    columns={columns}
                    isNarrow={isNarrow}
                    isCurrent={row.id === currentId}
                    onCurrent={setCurrentId}
                    onRead={onRead}
                    selection={boxOf(row)}
                  />
                </li>
              )
            );
          })}
        </ul>
        {isLoadingMore && (
          <p className={classes.more} role="status">
            {t('tickets.list.more')}
          </p>
        )}
      </div>
    </>
  );
}
