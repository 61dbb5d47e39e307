import { type Answer, type openMy } from "./my_fixture.ts";

type My = Awaited<ReturnType<typeof openMy>>;

/** The shortest answers to every page of somebody without family, insurance and loan. For tests. */
export const SHORT_ANSWERS: Record<string, Record<string, string>> = {
  start: { leaving: "no" },
  name: {},
  address: { "thisYear.home.head": "山田 花子", "thisYear.home.relation": "本人" },
  status: { "thisYear.secondarySalary": "no" },
  employers: { otherEmployer: "no" },
  spouse: { thisYear: "no", nextYear: "no", person: "no" },
  family: {},
  income: { "thisYear.salary": "5,000,000", "nextYear.total": "3560000" },
  insurance: { claims: "no" },
  loan: { claim: "no" },
};

/** Answers page after page as the questionnaire leads, and ends where it has no page more. */
export async function answerAll(
  my: My,
  who: string,
  said: Record<string, Record<string, string>> = {},
): Promise<string> {
  let path = "/my/answers/start";
  while (path.startsWith("/my/answers/")) {
    const page = path.split("/").at(-1)!;
    const fields = { ...SHORT_ANSWERS[page], ...said[page] };
    path = located(await my.send(who, path, fields), path);
  }
  return path;
}

/** Where an answer leads; the page's complaints are thrown. */
export function located(answer: Answer, path: string): string {
  if (answer.status === 303 && answer.location) return answer.location;
  const alert = answer.document.querySelector("[role=alert]")?.textContent;
  throw new Error(`${path}: ${answer.status} ${alert ?? answer.text.slice(0, 300)}`);
}

/** Submits what was answered. */
export async function submitAll(my: My, who: string): Promise<Answer> {
  return await my.send(who, "/my/confirmation");
}
