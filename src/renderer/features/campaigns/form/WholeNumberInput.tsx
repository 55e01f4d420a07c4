import { NumberInput, type NumberInputProps } from "@mantine/core";

/**
 * Takes whatever number is typed, so that the field can say what is wrong with it, instead of
 * changing it unasked.
 */
export function WholeNumberInput(props: NumberInputProps) {
  return (
    <NumberInput
      withAsterisk
      allowDecimal
      clampBehavior="none"
      thousandSeparator=","
      stepHoldDelay={400}
      stepHoldInterval={80}
      {...props}
    />
  );
}
