export function firstLoad(
  dist: string,
  entry: string,
  extras?: string[],
): { sizes: { file: string; gzip: number }[]; total: number };
