import { assetUrl } from "../shared/asset.ts";

const URL_CALL = /url\(\s*(["']?)(\/[^"')\s]+)\1\s*\)/g;

/** A stylesheet whose `url(/…)` carry the build's id; the very same content when there are none. */
export function lockCssUrls(content: Uint8Array<ArrayBuffer>, buildId: string): Uint8Array<ArrayBuffer> {
  const text = new TextDecoder().decode(content);
  const locked = text.replace(URL_CALL, (_, quote: string, url: string) => {
    return `url(${quote}${assetUrl(url, "", buildId)}${quote})`;
  });
  return locked === text ? content : new TextEncoder().encode(locked);
}
