import { PRINTED_ADDRESS_LABELS, PRINTED_ADDRESSES } from "../../domain/tenant_settings.ts";
import { Button } from "../Button.tsx";
import { Card } from "../Card.tsx";
import { SETTINGS_SCREENS } from "../help/settings_screens.ts";
import { PageTitle } from "../PageTitle.tsx";
import { RadioGroup } from "../RadioGroup.tsx";
import { SettingsTabs } from "../SettingsTabs.tsx";

export interface PrintedAddressPageProps {
  value: string;
  /** 原因。対処。 of why it was not saved. */
  error: string | undefined;
}

const OPTIONS = PRINTED_ADDRESSES.map((value) => ({ value, label: PRINTED_ADDRESS_LABELS[value] }));

/** 設定 › 住所の印字設定: which address stands on the documents. */
export function PrintedAddressPage({ value, error }: PrintedAddressPageProps) {
  return (
    <>
      <PageTitle
        title="住所の印字設定"
        lead="書類に印字する従業員の住所を、すべての依頼グループに共通で設定します。変更はすぐに反映されます。"
        help={SETTINGS_SCREENS.address}
      />
      <SettingsTabs current="/settings/address" />
      <Card>
        <form method="post" class="grid gap-6 max-w-[44rem]" noValidate>
          <RadioGroup
            name="address"
            legend="扶養控除等（異動）申告書と基・配・所に印字する住所"
            hint="保険料控除申告書には今年12月末時点の住民票住所、住宅借入金等特別控除申告書には今年12月末時点の現住所を、設定にかかわらず印字します。"
            options={OPTIONS}
            value={value}
            error={error}
            stacked
          />
          <div>
            <Button type="submit" look="main">保存</Button>
          </div>
        </form>
      </Card>
    </>
  );
}
