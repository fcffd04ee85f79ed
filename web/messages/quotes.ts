// A message quoted in a reply: asked for at the message, put in where the reply is written.
import type { Editor } from '@tiptap/react';
import { type RefObject, useEffect, useRef } from 'react';
import { createStore } from '../data/store.ts';

interface Wanted {
  number: string;
  html: string;
}

const wanted = createStore<Wanted | null>(null);

/** Asks for a text to be quoted in the reply to a ticket. */
export function quoteInReply(number: string, intro: string, text: string): void {
  wanted.set({ number, html: quoteOf(intro, text) });
}

/** Tells when somebody asks for a quote in this ticket, so that the reply comes into view. */
export function useQuoteRequests(number: string, onAsked: () => void): void {
  const asked = wanted.use();
  const latest = useRef(onAsked);
  latest.current = onAsked;
  useEffect(() => {
    if (asked?.number === number) latest.current();
  }, [asked, number]);
}

/** Puts what is to be quoted at the end of the reply, once its text box stands; the cursor goes below it. */
export function useQuotes(editor: RefObject<Editor | null>, number: string | null, isReady: boolean): void {
  const asked = wanted.use();
  useEffect(() => {
    const box = editor.current;
    if (!box || !isReady || !asked || asked.number !== number) return;
    wanted.set(null);
    const { isEmpty, state } = box;
    const chain = box.chain();
    // An empty paragraph in which the cursor stands is not pushed down: Chromium would go on writing where it was.
    const put = isEmpty
      ? chain.setContent(asked.html)
      : chain.insertContentAt(state.doc.content.size, asked.html);
    put.focus('end').run();
  }, [editor, number, isReady, asked]);
}

/** Words of somebody as a quotation, each line of them a paragraph, and below it an empty line to go on. */
export function quoteOf(intro: string, text: string): string {
  const lines = text
    .trim()
    .split(/\n+/)
    .map(line => `<p>${escapeHtml(line)}</p>`);
  return `<p>${escapeHtml(intro)}</p><blockquote>${lines.join('')}</blockquote><p></p>`;
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
