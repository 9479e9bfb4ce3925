/** A small record in the API's shape, for tests. */
export function exampleStudy(nctId = 'NCT00000001', more: Readonly<Record<string, unknown>> = {}) {
  return {
    protocolSection: {
      identificationModule: { nctId, briefTitle: `Study ${nctId}` },
      ...more,
    },
  }
}

/** The record as JSON. */
export function exampleJson(nctId?: string, more?: Readonly<Record<string, unknown>>): string {
  return JSON.stringify(exampleStudy(nctId, more))
}
