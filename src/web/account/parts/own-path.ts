/** So long may the address be that somebody goes on to. */
const mostLength = 300

/**
 * The path and query of one of our own pages, as a form or an address says where to go on to; undefined for what could
 * lead anywhere else.
 */
export function ownPath(said: string | null | undefined): string | undefined {
  if (!said || said.length > mostLength || !/^\/(?!\/)[\w\-.~/?&=%+,:]*$/.test(said))
    return undefined
  const read = URL.parse(said, here)
  if (read?.origin !== here) return undefined
  for (const name of typed) if (read.searchParams.has(name)) read.searchParams.delete(name)
  return `${read.pathname}${read.search}`
}

/** What was typed to find somebody at a desk may be their name: it is kept with no link. */
const typed = ['find']

/** Any origin does: a path that leads away from one leads away from all. */
const here = 'https://trialway.invalid'
