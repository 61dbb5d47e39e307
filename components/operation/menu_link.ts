/** A page that stands in a dropdown beside its operations. */
export interface MenuLink {
  label: string;
  href: string;
}
