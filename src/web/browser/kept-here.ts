import { deviceList, keptInAddress, showKept } from './device-list.ts'

/** On a page whose address keeps no study, the list that is kept on this device stands in the line at the top. */
const query = new URLSearchParams(location.search)
const kept = deviceList()
if (kept && kept.length > 0 && keptInAddress(query).length === 0) showKept(kept)
