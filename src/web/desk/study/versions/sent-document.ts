import { protocolFaults } from '../../../../study/protocol/check/check-protocol.ts'
import type { Protocol } from '../../../../study/protocol/document/protocol.ts'
import { readDocumentBytes } from '../../../../study/protocol/read/read-document-bytes.ts'
import { readProtocol } from '../../../../study/protocol/read/read-protocol.ts'
import { fileFaultText, shapeFaultText } from '../../../../words/file-faults.ts'
import type { Language } from '../../../../words/language/language.ts'
import { protocolFaultText } from '../../../../words/protocol-faults.ts'
import { wordsOf } from '../../../../words/words.ts'

/** So many faults are shown at once. */
const mostShown = 30

/** The version of a protocol that a sent file is, or all that is wrong with it, each with its place. */
export function sentDocument(
  file: Uint8Array | undefined,
  study: string,
  language: Language,
): { readonly protocol: Protocol } | { readonly faults: readonly string[] } {
  const words = wordsOf(language).runStudy.versions
  if (!file || file.byteLength === 0) return { faults: [words.noFile] }
  const document = readDocumentBytes(file)
  if ('faults' in document)
    return {
      faults: document.faults.map((fault) => {
        const place = 'line' in fault ? `${wordsOf(language).fileFaults.line(fault.line)}: ` : ''
        return `${place}${fileFaultText(language, fault)}`
      }),
    }
  const read = readProtocol(document.value)
  if ('faults' in read)
    return { faults: read.faults.slice(0, mostShown).map((one) => shapeFaultText(language, one)) }
  const faults = protocolFaults(read.protocol)
  if (faults.length > 0)
    return { faults: faults.slice(0, mostShown).map((one) => protocolFaultText(language, one)) }
  if (read.protocol.study !== study)
    return { faults: [words.otherStudy(read.protocol.study, study)] }
  return { protocol: read.protocol }
}
