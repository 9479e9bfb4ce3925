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
show, nothing may be. In the order of results a study counts whose MeSH terms are the illness asked for, or kinds of it, and
nothing beside, where the catalogue has at least five such. A name is right where the search names its illness,
one with a typing error where the search names the illness that it names without the error. The code was then made better on the sentences
in \`sentences.tsv\`, so that they no longer tell how well it does on others; those in \`sentences-held.tsv\` were written later, by
somebody who had read the code, and are only counted. Those in \`sentences-later.tsv\` say whom and where they are about as well. They
were written before the rules for that were read, and looked at afterwards: of the first 150 the illness was right in 143 and all of age, sex
and place in 88 before; of the next 100, written when these were mended, 94 and 93 at first sight. Those in
\`sentences-later-held.tsv\` were written last, and are only counted. Age, sex and place are right where all that is said is read, and nothing else;
where no study of the catalogue has the illness, it is enough that it is named.

Which rules of a study the self-check asks in plain words is counted by \`npm run experience:questions\`. On 2026-11-30, of 200 drawn records (seed
1) it asked 42.9 % (38.5 % the day before), and with those that age and sex tell 45.7 %; of all 4,203 shipped records 40.4 %, of 3,789 that
are not all shipped 40.2 %. A fifth of these ask for more than the rule, or for a part of it, and are believed as far. Of 100 drawn and read
against the record in both languages two were wrong in sense, of the next 100, drawn when these were mended, one.

| what | right | share | must | reached |
|---|---|---|---|---|
${rows.join('\n')}
`
}
