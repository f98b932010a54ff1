/** One video file in a library of PMS, named as PMS names it (POSIX, drive letter or UNC). */
export interface ScanFile {
  /** Full path. */
  readonly path: string;
  /** The library folder it lies in; a leading part of `path`. */
  readonly location: string;
}
