import type { Context } from "fresh";
import { now } from "../../domain/clock.ts";
import type { Collected } from "../../domain/declaration/collected.ts";
import { MOST_PICTURE_BYTES, MOST_PICTURES, type Picture } from "../../domain/declaration/picture.ts";
import { Refusal } from "../../domain/errors.ts";
import { type ProofAsked, proofsOf } from "../../domain/answering/proofs.ts";
import { safeFileName } from "../../formats/filename.ts";
import { readUploadForm, type UploadForm } from "../multipart.ts";
import type { State } from "../state.ts";
import { saveAnswers } from "./acts.ts";
import { openAnswers } from "./own.ts";

/** As long a name is kept of a picture (domain/declaration/picture.ts). */
const MOST_NAME = 100;

/** A form that adds a picture: the file is its last field, so that a refusal comes before the bytes. */
export async function addPicture(ctx: Context<State>): Promise<void> {
  const form = await readUploadForm(ctx.req, MOST_PICTURE_BYTES);
  try {
    await take(ctx, form);
  } finally {
    form.discard();
  }
}

async function take(ctx: Context<State>, { fields, file }: UploadForm): Promise<void> {
  const own = await openAnswers(ctx);
  const { services, tenant } = ctx.state;
  const sent = new Map(fields);
  const proof = askedIn(proofsOf(own.asking, own.settings), sent);
  if (!file) throw new Refusal("no_file");
  requireRoom(own.working.collected);
  const { id, type, size } = await services.pictures(tenant).take(own.member.employee.id, file.body);
  const picture: Picture = {
    id,
    kind: proof.kind,
    subject: proof.subject,
    year: null,
    name: safeFileName(file.name).slice(0, MOST_NAME).toWellFormed(),
    type,
    size,
    at: now(),
  };
  // A picture is added to whatever the answers are by now: it takes nothing away.
  await saveAnswers(ctx.state, own, null, ({ collected }) => {
    requireRoom(collected);
    return withPictures(collected, [...collected.declaration.pictures, picture]);
  });
}

function askedIn(proofs: readonly ProofAsked[], sent: ReadonlyMap<string, string>): ProofAsked {
  const subject = sent.get("subject") ?? "";
  const proof = proofs.find((one) => one.kind === sent.get("kind") && (one.subject ?? "") === subject);
  if (!proof) throw new Refusal("bad_request", { what: "証明書の種類" });
  return proof;
}

function requireRoom({ declaration }: Collected): void {
  if (declaration.pictures.length >= MOST_PICTURES) {
    throw new Refusal("pictures_full", { most: MOST_PICTURES });
  }
}

function withPictures({ declaration, ...rest }: Collected, pictures: Picture[]): Collected {
  return { ...rest, declaration: { ...declaration, pictures } };
}

/** The picture of the address, of one's own answers as they are worked on or were submitted. Refuses `not_found`. */
export function ownPicture(pictures: readonly Picture[], id: string | undefined): Picture {
  const picture = pictures.find((one) => one.id === id);
  if (!picture) throw new Refusal("not_found");
  return picture;
}

/** Takes a picture out of the answers. */
export async function removePicture(ctx: Context<State>): Promise<void> {
  const own = await openAnswers(ctx);
  const id = ctx.params.picture;
  await saveAnswers(
    ctx.state,
    own,
    null,
    ({ collected }) => withPictures(collected, collected.declaration.pictures.filter((one) => one.id !== id)),
  );
}
