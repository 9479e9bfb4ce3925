import type { Results } from './results.ts'

/** The head of the report: what was measured on what. */
export function machineText({ machine, scales }: Results): string {
  const days = Object.values(scales).flatMap((found) =>
    Object.values(found).map(({ at }) => at.slice(0, 10)),
  )
  const postgres = Object.values(scales).findLast(({ postgres }) => postgres)?.postgres?.figures
    .version
  return `# Benchmarks

Made by \`npm run bench\`; do not edit by hand. Measured ${[...new Set(days)].join(', ')} on ${machine.cpu}, ${machine.cores} cores,
${machine.memoryGb} GB of memory, ${machine.system}. Node ${machine.node}, SQLite ${machine.sqlite}${postgres ? `, ${postgres}` : ''}.
${machine.pinned ? 'Programs were held on the core that is named.' : 'Programs could not be held on one core each here.'}

**The studies are multiplied, not real**: see "The data" and "Method". Each stage was measured by itself, one after the
other on one machine; the figures of matching are in [benchmarks-matching.md](benchmarks-matching.md), those of alerts in
[benchmarks-alerts.md](benchmarks-alerts.md).`
}

/** How everything was measured, in words. */
export function methodText(): string {
  return `## Method

**Data.** The records of \`data/snapshot/2-current\` come first, as they are. Every further study is a copy of one of
them, each in turn, with a new id of its own (ids rise with gaps). Made by \`bench/multiply.ts\`, the same on every run.
- *Sites*: a copy takes the whole list of sites of another study chosen by chance, so towns and countries keep their
  share; coordinates move by at most 0.03 degrees. About half the records of the snapshot have none, and are geocoded by
  the import as ever.
- *Dates*: all dates of a copy's status move together by a number of days chosen by chance, from 1,800 before to 900 after,
  never beyond 20 November 2026.
- *Words*: a word of the snapshot that stands in r of 4,200 studies is kept in a share of min(1, 0.25 (r/4)^0.35) of the
  copies: all above about 220, half at 29, a quarter at 4. In the others a made-up word stands for it: two letters
  are changed, later a syllable is put in too. Variant n is taken with the chance 1/(n(n+1)), so new words go on coming with the
  square root of the number of copies. One word is treated alike all through a copy, and the words of a copy's conditions,
  keywords and MeSH terms are kept or changed together. Words of less than four letters, with capitals inside or with letters outside
  ASCII stay as they are; so do names of sites.
- *Codes* (five characters or more, with digits, in at most three studies) get new digits.
- *What is still unlike the registry*: sentences repeat, so phrases of common words are too common; copies of a study are alike in
  length and structure.

**Search.** One process held on one core opens the catalogue and asks 60 queries (\`bench/queries.ts\`): each
twice to warm up, then seven times. A query's time is the median of its seven; p50 and p95 are over the 60 (p95 is
the 57th). The answer has the exact total, 20 hits with the reasons why they were found, and exact counts for all values of nine filters.

**PostgreSQL.** Its own cluster on a local socket, its server held on one core: \`shared_buffers\` 2 GB, \`work_mem\` 64 MB, no
parallel workers, no JIT, \`random_page_cost\` 1.1, \`fsync\` off, unlogged tables loaded by COPY, vacuumed, analysed, prewarmed. The texts are
those of our ordinary index, with the same coordinates, in one weighted \`tsvector\` (english) with a GIN index; filters
are columns; sites have a GiST index of points, refined by haversine. One statement gives the total, 20 hits by \`ts_rank\`
and the counts of four filters (status, type, phase, country), the filter's own choice set aside. It does less than
ours: no synonyms or narrower terms, no reasons, no counts for the other five filters. A statement is stopped after 20 s and counts as 20 s.
The totals differ because the stemmers differ, because of synonyms, and because we do not look for the name of an illness in the
names of towns, people and sponsors.

**Import.** \`trialway import\` on the archive, into an empty folder whose places file is there already; the most memory is the sum over
its processes of the most each had. **Changes**: 2,000 studies with another state, a new site or other dates are imported while a server
runs; the time ends when its /version names the new catalogue (it looks every two seconds).

**Server.** Usual settings. PSS counts a page of memory that several processes share once; files in the page cache that are mapped count too.
Warm: 300 studies in turn for ten seconds, after three to warm up. Cold: 3,000 studies, each once, on a server just started (the file
system's cache may be warm). **Page weight**: the bytes a browser that takes brotli receives. **Hostile searches**: the costliest that
the grammar permits, through the page, a server with its usual settings; /healthz is asked every 10 ms meanwhile.

Percentiles are by nearest rank. Differences below half are noise on a shared machine.`
}
