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
  return read?.origin === here ? `${read.pathname}${read.search}` : undefined
}

/** Any origin does: a path that leads away from one leads away from all. */
const here = 'https://trialway.invalid'
