/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Memory of devices.
 */
#ifndef _SAFE_FACTS_IO_H
#define _SAFE_FACTS_IO_H

#include <linux/io.h>
#include <linux/of_address.h>
#include <linux/pci.h>
#include <linux/dma-mapping.h>
#include <acpi/acpiosxf.h>
#include <linux/ioport.h>
#include <linux/of_device.h>
#include <linux/dma-map-ops.h>
#include <linux/of_reserved_mem.h>
#include <safe/annotations.h>

#define __iomap_object __returns_owned __returns_null __released_by("iounmap")

void __iomem *of_iomap(struct device_node * __borrowed device, int index) __iomap_object;
void iounmap(volatile void __iomem * __takes addr) __sleeps;
void __iomem *of_io_request_and_map(struct device_node * __borrowed device, int index,
		const char * __borrowed name) __returns_owned __returns_err
		__released_by("iounmap");
void __iomem *pci_iomap(struct pci_dev * __borrowed dev, int bar, unsigned long max)
		__returns_owned __returns_null __released_by("pci_iounmap", "iounmap");
void pci_iounmap(struct pci_dev * __borrowed dev, void __iomem * __takes addr);
void __iomem *pci_ioremap_bar(struct pci_dev * __borrowed pdev, int bar) __returns_owned
		__returns_null __released_by("iounmap", "pci_iounmap");
void *memremap(resource_size_t offset, size_t size, unsigned long flags) __returns_owned
		__returns_null __released_by("memunmap");
void memunmap(void * __takes addr);
void *dma_alloc_coherent(struct device * __borrowed dev, size_t size,
		dma_addr_t * __borrowed dma_handle, gfp_t gfp) __returns_owned
		__returns_null __released_by("dma_free_coherent", "dma_free_attrs");
void dma_free_coherent(struct device * __borrowed dev, size_t size,
		void * __takes cpu_addr, dma_addr_t dma_handle);
void *dma_alloc_attrs(struct device * __borrowed dev, size_t size,
		dma_addr_t * __borrowed dma_handle, gfp_t flag, unsigned long attrs)
		__returns_owned __returns_null
		__released_by("dma_free_attrs", "dma_free_coherent");
void dma_free_attrs(struct device * __borrowed dev, size_t size, void * __takes cpu_addr,
		dma_addr_t dma_handle, unsigned long attrs);
void *dmam_alloc_coherent(struct device * __borrowed dev, size_t size,
		dma_addr_t * __borrowed dma_handle, gfp_t gfp) __returns_borrowed
		__returns_null __released_by("dmam_free_coherent");
void dmam_free_coherent(struct device * __borrowed dev, size_t size,
		void * __takes vaddr, dma_addr_t dma_handle);
dma_addr_t dma_map_single_attrs(struct device * __borrowed dev, void * __borrowed ptr,
		size_t size, enum dma_data_direction dir, unsigned long attrs);
void dma_unmap_single_attrs(struct device * __borrowed dev, dma_addr_t addr, size_t size,
		enum dma_data_direction dir, unsigned long attrs);
unsigned int dma_map_sg_attrs(struct device * __borrowed dev,
		struct scatterlist * __borrowed sg, int nents,
		enum dma_data_direction dir, unsigned long attrs);
void __iomem *ioremap(phys_addr_t offset, size_t size) __returns_owned __returns_null
		__released_by("iounmap");
void __iomem *ioremap_wc(resource_size_t offset, unsigned long size) __returns_owned
		__returns_null __released_by("iounmap");
void __iomem *ioremap_wt(resource_size_t offset, unsigned long size) __returns_owned
		__returns_null __released_by("iounmap");
void __iomem *ioremap_uc(phys_addr_t offset, size_t size) __returns_owned __returns_null
		__released_by("iounmap");
void __iomem *ioremap_cache(resource_size_t offset, unsigned long size) __returns_owned
		__returns_null __released_by("iounmap");
void __iomem *ioremap_prot(phys_addr_t phys_addr, size_t size, unsigned long prot)
		__returns_owned __returns_null __released_by("iounmap");
void __iomem *ioremap_np(phys_addr_t offset, size_t size) __returns_owned __returns_null
		__released_by("iounmap");
void __iomem *ioport_map(unsigned long port, unsigned int nr) __returns_owned
		__returns_null __released_by("ioport_unmap");
void ioport_unmap(void __iomem * __takes p);
void __iomem *pci_iomap_range(struct pci_dev * __borrowed dev, int bar,
		unsigned long offset, unsigned long maxlen) __returns_owned __returns_null
		__released_by("pci_iounmap", "iounmap");
void __iomem *pci_iomap_wc(struct pci_dev * __borrowed dev, int bar, unsigned long max)
		__returns_owned __returns_null __released_by("pci_iounmap", "iounmap");
void __iomem *pci_ioremap_wc_bar(struct pci_dev * __borrowed pdev, int bar)
		__returns_owned __returns_null __released_by("iounmap", "pci_iounmap");
void __iomem *pcim_iomap(struct pci_dev * __borrowed pdev, int bar, unsigned long maxlen)
		__returns_null;
int pcim_iomap_regions(struct pci_dev * __borrowed pdev, int mask,
		const char * __borrowed name) __must_look;
void __iomem *const *pcim_iomap_table(struct pci_dev * __borrowed pdev);
void __iomem *devm_ioport_map(struct device * __borrowed dev, unsigned long port,
		unsigned int nr) __returns_borrowed __returns_null
		__released_by("devm_ioport_unmap");
void devm_ioport_unmap(struct device * __borrowed dev, void __iomem * __takes addr);
void *acpi_os_map_memory(acpi_physical_address where, acpi_size length) __returns_owned
		__returns_null __released_by("acpi_os_unmap_memory");
void acpi_os_unmap_memory(void * __takes logical_address, acpi_size size);
void memcpy_fromio(void * __borrowed __deref buffer,
		const volatile void __iomem * __borrowed addr, size_t size);
void memcpy_toio(volatile void __iomem * __borrowed addr,
		const void * __borrowed __deref buffer, size_t size);
void memset_io(volatile void __iomem * __borrowed addr, int value, size_t size);
struct resource *__request_region(struct resource * __borrowed, resource_size_t start,
		resource_size_t n, const char *name, int flags) __returns_null;
void __release_region(struct resource * __borrowed, resource_size_t, resource_size_t);
int request_resource(struct resource * __borrowed root,
		struct resource * __keeps_if("ret == 0") new) __must_look;
int insert_resource(struct resource * __borrowed parent,
		struct resource * __keeps_if("ret == 0") new) __must_look;
int release_resource(struct resource * __borrowed new) __must_look;
int allocate_resource(struct resource * __borrowed root,
		struct resource * __keeps_if("ret == 0") new, resource_size_t size,
		resource_size_t min, resource_size_t max, resource_size_t align,
		resource_size_t (*alignf)(void *, const struct resource *,
		resource_size_t, resource_size_t), void *alignf_data) __must_look;
int adjust_resource(struct resource * __borrowed res, resource_size_t start,
		resource_size_t size) __must_look;
int devm_request_resource(struct device * __borrowed dev,
		struct resource * __borrowed root, struct resource *new) __must_look;
struct resource *__devm_request_region(struct device * __borrowed dev,
		struct resource * __borrowed parent, resource_size_t start,
		resource_size_t n, const char *name) __returns_null;
void __devm_release_region(struct device * __borrowed dev,
		struct resource * __borrowed parent, resource_size_t start,
		resource_size_t n);
void *dma_alloc_noncoherent(struct device * __borrowed dev, size_t size,
		dma_addr_t * __borrowed dma_handle, enum dma_data_direction dir,
		gfp_t gfp) __returns_owned __returns_null
		__released_by("dma_free_noncoherent");
void dma_free_noncoherent(struct device * __borrowed dev, size_t size,
		void * __takes vaddr, dma_addr_t dma_handle, enum dma_data_direction dir);
void *dma_alloc_wc(struct device * __borrowed dev, size_t size,
		dma_addr_t * __borrowed dma_addr, gfp_t gfp) __returns_owned
		__returns_null __released_by("dma_free_wc", "dma_free_attrs");
void dma_free_wc(struct device * __borrowed dev, size_t size, void * __takes cpu_addr,
		dma_addr_t dma_addr);
struct sg_table *dma_alloc_noncontiguous(struct device * __borrowed dev, size_t size,
		enum dma_data_direction dir, gfp_t gfp, unsigned long attrs)
		__returns_owned __returns_null __released_by("dma_free_noncontiguous");
void dma_free_noncontiguous(struct device * __borrowed dev, size_t size,
		struct sg_table * __takes sgt, enum dma_data_direction dir);
void *dmam_alloc_attrs(struct device * __borrowed dev, size_t size,
		dma_addr_t * __borrowed dma_handle, gfp_t gfp, unsigned long attrs)
		__returns_null;
struct page *dma_alloc_pages(struct device * __borrowed dev, size_t size,
		dma_addr_t * __borrowed dma_handle, enum dma_data_direction dir,
		gfp_t gfp) __returns_owned __returns_null __released_by("dma_free_pages");
void dma_free_pages(struct device * __borrowed dev, size_t size,
		struct page * __takes page, dma_addr_t dma_handle,
		enum dma_data_direction dir);
int dma_set_mask(struct device * __borrowed dev, u64 mask) __must_look;
int dma_set_coherent_mask(struct device * __borrowed dev, u64 mask) __must_look;
int dma_set_mask_and_coherent(struct device * __borrowed dev, u64 mask) __must_look;
int dma_coerce_mask_and_coherent(struct device * __borrowed dev, u64 mask) __must_look;
dma_addr_t dma_map_page_attrs(struct device * __borrowed dev, struct page *page,
		size_t offset, size_t size, enum dma_data_direction dir,
		unsigned long attrs);
void dma_unmap_page_attrs(struct device * __borrowed dev, dma_addr_t addr, size_t size,
		enum dma_data_direction dir, unsigned long attrs);
int dma_map_sgtable(struct device * __borrowed dev, struct sg_table * __borrowed sgt,
		enum dma_data_direction dir, unsigned long attrs) __must_look;
void dma_unmap_sgtable(struct device * __borrowed dev, struct sg_table * __borrowed sgt,
		enum dma_data_direction dir, unsigned long attrs);
void dma_unmap_sg_attrs(struct device * __borrowed dev,
		struct scatterlist * __borrowed sg, int nents,
		enum dma_data_direction dir, unsigned long attrs);
void dma_sync_single_for_cpu(struct device * __borrowed dev, dma_addr_t addr, size_t size,
		enum dma_data_direction dir);
void dma_sync_single_for_device(struct device * __borrowed dev, dma_addr_t addr,
		size_t size, enum dma_data_direction dir);
void dma_sync_sg_for_cpu(struct device * __borrowed dev,
		struct scatterlist * __borrowed sg, int nelems,
		enum dma_data_direction dir);
void dma_sync_sg_for_device(struct device * __borrowed dev,
		struct scatterlist * __borrowed sg, int nelems,
		enum dma_data_direction dir);
int dma_mapping_error(struct device * __borrowed dev, dma_addr_t dma_addr);
dma_addr_t dma_map_resource(struct device * __borrowed dev, phys_addr_t phys_addr,
		size_t size, enum dma_data_direction dir, unsigned long attrs);
void dma_unmap_resource(struct device * __borrowed dev, dma_addr_t addr, size_t size,
		enum dma_data_direction dir, unsigned long attrs);
int dma_get_sgtable_attrs(struct device * __borrowed dev,
		struct sg_table * __borrowed sgt, void * __borrowed cpu_addr,
		dma_addr_t dma_addr, size_t size, unsigned long attrs) __must_look;
int dma_mmap_attrs(struct device * __borrowed dev, struct vm_area_struct * __borrowed vma,
		void * __borrowed cpu_addr, dma_addr_t dma_addr, size_t size,
		unsigned long attrs) __must_look;
int of_dma_configure_id(struct device * __borrowed dev,
		struct device_node * __borrowed np, bool force_dma, const u32 *id)
		__must_look;
int dma_declare_coherent_memory(struct device * __borrowed dev, phys_addr_t phys_addr,
		dma_addr_t device_addr, size_t size) __must_look;
int of_reserved_mem_device_init_by_idx(struct device * __borrowed dev,
		struct device_node * __borrowed np, int idx) __must_look;
void of_reserved_mem_device_release(struct device * __borrowed dev);
struct reserved_mem *of_reserved_mem_lookup(struct device_node * __borrowed np)
		__returns_none;

#endif /* _SAFE_FACTS_IO_H */
