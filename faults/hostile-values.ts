import type { Chance } from './chance.ts'

/** In every value that is typed as a person's: it may stand on the answer to its sender, and nowhere else. */
export const typedMark = 'zztyped4711'

/** What no form asks for, by the kinds of the table of hostile inputs: signs, numbers, days, addresses, code, length. */
const values: readonly string[] = [
  '',
  '   ',
  '\u3000\u00a0',
  '"',
  "'",
  '\\',
  '%',
  '_',
  '*',
  '\0',
  'a\0b',
  '\r\n',
  '\t',
  '\u202eabc',
  '\u200b',
  '\ud800',
  'NaN',
  'Infinity',
  '-1',
  '0',
  '-0',
  '1e9',
  '1e400',
  '9007199254740993',
  '0x7f',
  '1,5',
  '1.2.3',
  '٣٩',
  '３８．６',
  '38,6 °C',
  '101.3 F',
  '25:00',
  '24:00',
  '2026-02-30',
  '2026-13-01',
  '0000-00-00',
  '9999-12-31T23:59:60Z',
  '02:30',
  '-271821-04-20',
  '1900-01-01',
  '31/12/2026',
  'nobody',
  'a@b',
  '@',
  'a@b@c',
  '"a b"@example.org',
  'a@[127.0.0.1]',
  'ａ@example.org',
  'a@xn--',
  'a@-.org',
  'a..b@example.org',
  'x@example.org\r\nBcc: y@example.org',
  `${'a'.repeat(65)}@example.org`,
  '<script>alert(1)</script>',
  '{{7*7}}',
  '${7*7}',
  '<%=7*7%>',
  '"><img src=x onerror=alert(1)>',
  "' OR '1'='1",
  '1;DROP TABLE person--',
  '=HYPERLINK("http://x")',
  '+1+1',
  '@SUM(A1)',
  '-2+3|cmd',
  '`id`',
  '$(id)',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'undefined',
  'null',
  '[object Object]',
  '[]',
  '{}',
  '{"a":',
  '[[[[[[[[',
  '../../etc/passwd',
  '%2e%2e%2f',
  '//evil.example',
  'https://evil.example/',
  'javascript:alert(1)',
  '/\\evil.example',
  'file:///etc/passwd',
  '\\\\evil\\share',
  '日本語',
  '👩🏽‍⚕️',
  'Sjo\u0308gren',
  'مرحبا '.repeat(833),
  'א'.repeat(5000),
  'ﷺ'.repeat(900),
  'ẞ'.repeat(300),
  `a${'\u0301'.repeat(2000)}`,
  'x'.repeat(101),
  'x'.repeat(5001),
  'x'.repeat(40_000),
  '\n'.repeat(5000),
  'é'.repeat(20_000),
  '1'.repeat(4000),
  '('.repeat(3000),
  `${'a '.repeat(9000)}`,
]

/** A hostile value, drawn: one of the kinds, two of them in one, one that carries the mark, or signs of any script. */
export function hostileValue(chance: Chance): string {
  switch (chance.whole(0, 4)) {
    case 0:
      return `${chance.pick(values)}${chance.pick(values)}`
    case 1:
      return `${typedMark} ${chance.pick(values)}`
    case 2:
      return String.fromCodePoint(
        ...Array.from({ length: chance.whole(1, 60) }, () => anySign(chance)),
      )
    default:
      return chance.pick(values)
  }
}

function anySign(chance: Chance): number {
  const most = chance.pick([0x7f, 0x2ff, 0xffff, 0x10ffff])
  const sign = chance.whole(0, most)
  return sign >= 0xd800 && sign <= 0xdfff ? 0x41 : sign
}

/** A part of an address as a program might write it: also what is no text in any writing. */
export function hostilePart(chance: Chance): string {
  const raw = [
    '%',
    '%00',
    '%ff%fe',
    '%ED%A0%80',
    '%2e%2e',
    '..;',
    'A'.repeat(43),
    'a'.repeat(60),
    '%0d%0aSet-Cookie:x=y',
    '0',
    '-',
    '~',
  ]
  if (chance.next() < 0.4) return chance.pick(raw)
  return encodeURIComponent(hostileValue(chance).toWellFormed().slice(0, 200))
}

/** Types of a body that a form of ours does not have, each with a body. */
export const oddBodies: readonly (readonly [string, string])[] = [
  ['application/json', '{"send":"yes"}'],
  ['application/json', '['.repeat(20_000)],
  ['text/plain', 'send=yes'],
  [
    'multipart/form-data; boundary=x',
    '--x\r\nContent-Disposition: form-data; name="send"\r\n\r\nyes\r\n--x--\r\n',
  ],
  [
    'multipart/form-data; boundary=x',
    '--x\r\nContent-Disposition: form-data; name="text"; filename="a.exe"\r\n\r\nMZ',
  ],
  ['multipart/form-data', 'no boundary'],
  ['application/x-www-form-urlencoded', '%'.repeat(5000)],
  ['application/x-www-form-urlencoded', 'a=1&'.repeat(3000)],
  ['application/x-www-form-urlencoded', `a=${'x'.repeat(400_000)}`],
  ['application/x-www-form-urlencoded; charset=utf-16', 'send=yes'],
  ['', 'send=yes'],
]
