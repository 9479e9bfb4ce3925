import type { Study } from '../../../finder/registry/study.ts'
import { markdownText, plainLine, fhirUrl } from './texts.ts'

/** A paper or a page that goes with a study. */
export interface StudyArtifact {
  readonly type: 'citation' | 'documentation'
  /** How a paper is cited, as markdown. */
  readonly citation?: string
  readonly display?: string
  readonly url?: string
}

/** The papers and pages that a record names. */
export function artifactsOf({ protocolSection }: Study): StudyArtifact[] {
  const { references = [], seeAlsoLinks = [] } = protocolSection.referencesModule ?? {}
  const papers = references.flatMap(({ citation, pmid }): StudyArtifact[] => {
    const said = markdownText(citation)
    const number = /^\d{1,10}$/.test(pmid ?? '') ? pmid : undefined
    if (said === undefined && number === undefined) return []
    return [
      {
        type: 'citation',
        ...(said !== undefined && { citation: said }),
        ...(number !== undefined && { url: `https://pubmed.ncbi.nlm.nih.gov/${number}/` }),
      },
    ]
  })
  const pages = seeAlsoLinks.flatMap(({ label, url }): StudyArtifact[] => {
    const [display, address] = [plainLine(label), fhirUrl(url)]
    if (display === undefined && address === undefined) return []
    return [
      {
        type: 'documentation',
        ...(display !== undefined && { display }),
        ...(address !== undefined && { url: address }),
      },
    ]
  })
  return [...papers, ...pages]
}
