/** The packings that an `Accept-Encoding` names; what it gives no weight (`br;q=0`) it refuses. */
export function acceptedPackings(acceptEncoding: string | undefined): ReadonlySet<string> {
  return new Set(
    (acceptEncoding ?? '')
      .toLowerCase()
      .split(',')
      .map((each) => each.split(';').map((part) => part.trim()))
      .filter(([, ...settings]) => !settings.some((setting) => noWeight.test(setting)))
      .flatMap(([name]) => name || []),
  )
}

const noWeight = /^q\s*=\s*0(?:\.0*)?$/
