const longest = 7900

/** Query strings near the longest address that is let in, each made to cost its reader most. */
export const hostileQueries: readonly (readonly [name: string, query: string])[] = [
  ['nothing', ''],
  ['a& many times', repeated('a&')],
  ['all %', repeated('%')],
  ['all +', `q=${repeated('+')}`],
  ['short words', `q=${repeated('a+b+')}`],
  ['other words', `q=${words(1500)}`],
  ['words in every box', boxes(words(200))],
  ['brackets', `q=${repeated('(')}`],
  ['ORs', `q=${repeated('a+OR+')}`],
  ['NOTs', `q=${repeated('-a+')}`],
  ['quotes', `q=${repeated('"a+"b')}`],
  ['prefixes', `q=${repeated('con*+OR+')}`],
  ['one long word', `q=${repeated('diabet')}`],
  ['misspelt diseases', `q=${repeated('diabettes+kawazaki+')}`],
  [
    'filters by the hundred',
    repeated('category=heart-and-vessels&status=open&phase=2&country=France&'),
  ],
  ['a long place', `near=${repeated('Paris+')}&within=25km`],
  ['digits', `age=${repeated('9')}&page=${'9'.repeat(300)}&within=${'9'.repeat(300)}km`],
  ['ids by the hundred', `ids=${ids()}`],
  ['typed at length', `typed=${repeated('hyper')}`],
  ['NUL', `q=${repeated('%00')}`],
  ['half characters', `q=${repeated('%ED%A0%80')}`],
  ['marks of direction', `q=${repeated('%E2%80%AE')}&near=${'%E2%80%AE'.repeat(20)}`],
  ['every site', 'sites=all'],
  ['sites near', 'near=Paris&sites=all'],
  ['a list to print', 'view=print&q=study'],
]

function repeated(text: string): string {
  return text.repeat(Math.floor(longest / text.length))
}

function words(count: number): string {
  return Array.from({ length: count }, (_, at) => `w${at.toString(36)}`).join('+')
}

function boxes(text: string): string {
  return ['q', 'cond', 'intr', 'title', 'spons', 'elig'].map((box) => `${box}=${text}`).join('&')
}

function ids(): string {
  return Array.from(
    { length: 50 },
    (_, at) => `NCT9999${String((at % 12) + 1).padStart(4, '0')}`,
  ).join(',')
}

/** Headers at the most that are let in. */
export const hostileHeaders: readonly (readonly [
  name: string,
  headers: Readonly<Record<string, string | readonly string[]>>,
])[] = [
  ['a long Accept', { accept: `${'a/b;q=0.1,'.repeat(1300)}*/*` }],
  ['a long Accept-Encoding', { 'accept-encoding': 'br;q=0,'.repeat(1900) }],
  ['a long Accept-Language', { 'accept-language': 'fr;q=0.1,'.repeat(1500) }],
  ['a long If-None-Match', { 'if-none-match': '"a",'.repeat(3500) }],
  ['cookies', { cookie: 'a=b; '.repeat(2800) }],
  [
    'headers by the thousand',
    Object.fromEntries(Array.from({ length: 1500 }, (_, at) => [`x${at}`, 'a'])),
  ],
  ['a header many times', { 'x-forwarded-for': Array.from({ length: 500 }, () => '10.0.0.1') }],
]
