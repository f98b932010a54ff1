import type { Answer, AnswerObject } from './id-writing.ts';

/** PMS writes movies as `Video` in XML, though the JSON says `Metadata`. */
const ELEMENT_NAMES: Readonly<Record<string, string>> = { Metadata: 'Video' };

/** One element: plain members become attributes, objects and lists become child elements. */
export function toXml(name: string, value: AnswerObject): string {
  const children = toChildren(value);
  const element = ELEMENT_NAMES[name] ?? name;
  const open = toOpenTag(element, value);
  return children === '' ? `${open.slice(0, -1)}/>` : `${open}${children}</${element}>`;
}

/** `<name a="1">` with every plain member as an attribute. */
export function toOpenTag(element: string, value: AnswerObject): string {
  const attributes = Object.entries(value)
    .filter(([, member]) => member !== undefined && typeof member !== 'object')
    .map(([name, member]) => ` ${name}="${escapeXml(writePlain(member as string | number | boolean))}"`);
  return `<${element}${attributes.join('')}>`;
}

function toChildren(value: AnswerObject): string {
  return Object.entries(value)
    .flatMap(([name, member]) => listObjects(member).map((one) => toXml(name, one)))
    .join('');
}

function listObjects(member: Answer | undefined): readonly AnswerObject[] {
  if (typeof member !== 'object') return [];
  const list = (Array.isArray(member) ? member : [member]) as readonly Answer[];
  return list.filter((one): one is AnswerObject => typeof one === 'object' && !Array.isArray(one));
}

function writePlain(value: string | number | boolean): string {
  return typeof value === 'boolean' ? (value ? '1' : '0') : String(value);
}

function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\n', '&#10;');
}
