package io.heliometer.flink.internal;

import java.lang.reflect.Type;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.TypeInfoFactory;
import org.apache.flink.api.common.typeinfo.TypeInformation;

/** How Flink learns of the serializers, wherever it is asked for the type of a record. */
public final class ValueTypes {
    private ValueTypes() {}

    /** For {@code @TypeInfo} at {@link StringRecord}. */
    public static final class OfStringRecord extends TypeInfoFactory<StringRecord> {
        @Override
        public TypeInformation<StringRecord> createTypeInfo(
                Type type, Map<String, TypeInformation<?>> parameters) {
            return new ValueTypeInfo<>(StringRecord.class, StringRecordSerializer.INSTANCE);
        }
    }

    /** For {@code @TypeInfo} at {@link OutputRow}. */
    public static final class OfOutputRow extends TypeInfoFactory<OutputRow> {
        @Override
        public TypeInformation<OutputRow> createTypeInfo(
                Type type, Map<String, TypeInformation<?>> parameters) {
            return new ValueTypeInfo<>(OutputRow.class, OutputRowSerializer.INSTANCE);
        }
    }
}
