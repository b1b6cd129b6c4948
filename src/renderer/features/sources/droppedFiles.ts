/** How deep folders are followed; a chain of links must not keep the page busy for ever. */
const DEEPEST = 8

export function carriesFiles(transfer: DataTransfer | null): boolean {
  return transfer?.types.includes('Files') ?? false
}

/** Every file that was dropped, those in dropped folders too. Hidden ones stay out, as they do when a folder is opened. */
export async function droppedFiles(transfer: DataTransfer): Promise<readonly File[]> {
  // Entries must be taken before the first wait: the browser empties the transfer when the event ends.
  const entries = [...transfer.items].flatMap((item) => item.webkitGetAsEntry() ?? [])
  if (entries.length === 0) return [...transfer.files]
  return (await Promise.all(entries.map((entry) => filesOf(entry, 0)))).flat()
}

async function filesOf(entry: FileSystemEntry, depth: number): Promise<readonly File[]> {
  if (depth > DEEPEST || (depth > 0 && entry.name.startsWith('.'))) return []
  if (isFile(entry)) {
    const file = await new Promise<File | null>((resolve) => entry.file(resolve, () => resolve(null)))
    return file === null ? [new File([], entry.name)] : [file]
  }
  if (!isFolder(entry)) return []
  const inside = await entriesOf(entry.createReader())
  return (await Promise.all(inside.map((one) => filesOf(one, depth + 1)))).flat()
}

/** A reader gives a hundred entries at a time, and none when it is done. */
async function entriesOf(reader: FileSystemDirectoryReader): Promise<readonly FileSystemEntry[]> {
  const some = await new Promise<readonly FileSystemEntry[]>((resolve) =>
    reader.readEntries(resolve, () => resolve([])),
  )
  return some.length === 0 ? [] : [...some, ...(await entriesOf(reader))]
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory
}
