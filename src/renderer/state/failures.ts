import { WorkbenchError, type WorkbenchFailure } from '../../contract/errors'

/** Whatever was thrown, as something to show. Details of bugs stay out of the interface. */
export function failureOf(error: unknown): WorkbenchFailure {
  if (error instanceof WorkbenchError) {
    const { code, message } = error
    return { code, message }
  }
  return { code: 'INTERNAL', message: 'Something went wrong in this window. What was saved is safe; please try again.' }
}

/** Null when no folder is open; every other failure goes on. */
export async function unlessNoCorpus<T>(asked: Promise<T>): Promise<T | null> {
  try {
    return await asked
  } catch (error) {
    if (error instanceof WorkbenchError && error.code === 'NO_CORPUS') return null
    throw error
  }
}
