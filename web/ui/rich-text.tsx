import { createElement, type ReactNode, useMemo } from 'react';
import classes from './rich-text.module.css';
import { attributesOf, elementOf, videoOf } from './rich-text-rules.ts';
import { VideoCard } from './video-card.tsx';

/** Deeper than any text a person writes; a deeper one would only exhaust the stack. */
const maxDepth = 60;

function childrenOf(node: Node, depth: number): ReactNode[] {
  return [...node.childNodes].map((child, index) => rendered(child, index, depth));
}

function rendered(node: Node, key: number, depth: number): ReactNode {
  if (node.nodeType === Node.TEXT_NODE) return node.nodeValue;
  if (node.nodeType !== Node.ELEMENT_NODE || depth > maxDepth) return null;
  const source = node as Element;
  const rule = elementOf(source.localName);
  if (rule === 'drop') return null;
  if (rule === 'unwrap') return childrenOf(source, depth + 1);
  const video = videoOf(rule, source.getAttribute('data-youtube'));
  if (video) return <VideoCard key={key} id={video} title={source.textContent ?? ''} />;
  const attributes = attributesOf(rule, name => source.getAttribute(name));
  if (attributes === null) return rule === 'img' ? null : childrenOf(source, depth + 1);
  const isVoid = rule === 'br' || rule === 'hr' || rule === 'img';
  return isVoid
    ? createElement(rule, { key, ...attributes })
    : createElement(rule, { key, ...attributes }, ...childrenOf(source, depth + 1));
}

/**
 * Shows an agent's rich text. The HTML is read into a document that runs and loads nothing, and only what the
 * list of rich-text-rules.ts allows is made anew as React elements: no markup is ever handed to the page.
 */
export function RichText({ html, className = '' }: { html: string; className?: string }) {
  const content = useMemo(() => {
    const inert = new DOMParser().parseFromString(html, 'text/html');
    return childrenOf(inert.body, 0);
  }, [html]);
  return <div className={`${classes.text} ${className}`}>{createElement('div', null, ...content)}</div>;
}
