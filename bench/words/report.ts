/** One figure: so many right of so many, or a share, beside what it must be. */
export type Line = { readonly what: string; readonly must: number } & (
  | { readonly right: number; readonly of: number }
  | { readonly share: number }
)

/** The page of figures. */
export function report(lines: readonly Line[]): string {
  const rows = lines.map((line) => {
    const share = 'share' in line ? line.share : line.right / line.of
    const counts = 'share' in line ? '' : `${line.right} of ${line.of}`
    return `| ${line.what} | ${counts} | ${share.toFixed(3)} | ${line.must} | ${share >= line.must ? 'yes' : 'no'} |`
  })
  return `# What a search understands

Written by \`npm run bench:words\`. The sentences and lists in \`bench/words\` but for one were written by people who had not read the
code. A sentence is right where of the first ten studies, or of all if there are fewer, at least eight in ten have the
illness or a narrower one: by the record's MeSH terms, or by a name in its list of conditions. Where nothing is right to
show (words without an illness, or an illness that no study of the catalogue has), nothing may be. In the order of results a study counts whose MeSH terms are the illness asked for, or kinds of it, and
nothing beside, where the catalogue has at least five such. A name is right where the search names its illness,
one with a typing error where the search names the illness that it names without the error. The code was then made better on the sentences
in \`sentences.tsv\`, so that they no longer tell how well it does on others; those in \`sentences-held.tsv\` were written later, by
somebody who had read the code, and are only counted. Those in \`sentences-later.tsv\` say whom and where they are about as well. They
were written before the rules for that were read, and looked at afterwards: of the first 150 the illness was right in 143 and all of age, sex
and place in 88 before; of the next 100, written when these were mended, 94 and 93 at first sight. The last 180 are three sets of 60 by somebody who had not seen the
code; each was run once before it was read, and its kinds were mended before the next: the illness was right in 56, 55 and 53 at first
sight, and all of age, sex and place in 49, 50 and 50, where 54 were wanted. They were looked at since. Those in
\`sentences-later-held.tsv\` were written last, and are only counted. Age, sex and place are right where all that is said is read, and nothing else;
where no study of the catalogue has the illness, it is enough that it is named.

Which rules of a study the self-check asks in plain words is counted by \`npm run experience:questions\`. On 2026-11-30, of 200 drawn records (seed
1) it asked 59.2 % (55.0 % that noon, 44.1 % that morning), and with those that age and sex tell 62.0 %; of all 4,203 shipped records
56.1 % (52.9 %). A fifth of these are asked by what the rule names, and the site asks the rest: neither answer tells the rule. Another quarter ask for
more than the rule, or for a part of it, and are believed as far. Of 100 drawn and read against the record in both languages four were wrong in
sense; their kinds were mended. Of the next 100 one was, and two were wrong in French; of 100 more, one in sense and two in the order or
agreement of words, mended after that.

| what | right | share | must | reached |
|---|---|---|---|---|
${rows.join('\n')}
`
}
